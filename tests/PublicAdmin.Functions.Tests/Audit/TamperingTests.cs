using System.Globalization;
using System.Net;
using PublicAdmin.Audit;
using PublicAdmin.Dossiers;
using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Audit;

/// <summary>Whoever gets past the doors and changes what lies in the database or the folder is found out, and what was changed is named.</summary>
public sealed class TamperingTests : IAsyncLifetime
{
    private static readonly DateOnly Friday = new(2026, 11, 20);

    private Office _office = null!;
    private DossierCode _code = null!;

    public async Task InitializeAsync()
    {
        _office = await Office.OpenAsync();
        _code = await _office.FileOneAsync();
        await _office.SealUpToAsync("2026-11-22T18:10Z");
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    private ITable Dossiers => _office.The<ITables>()[Tables.Dossiers];

    [Fact]
    public async Task Nothing_changed_is_nothing_found()
    {
        foreach (var verdict in new[] { await _office.CheckDayAsync(Friday), await _office.CheckDossierAsync(_code) })
        {
            Assert.Equal((SealOutcome.Intact, "Nguyên vẹn: dữ liệu đúng như khi niêm phong."), (verdict.Outcome, verdict.Vi));
            Assert.Empty(verdict.Findings);
        }
    }

    [Fact]
    public async Task An_event_of_which_one_byte_was_changed_is_named()
    {
        await ChangeAsync("e000002", "E");

        await FoundAsync(FindingKind.EventAltered, "e000002");
    }

    [Fact]
    public async Task One_byte_changed_in_the_database_file_is_named()
    {
        await _office.The<SqliteDatabase>().WriteAsync(connection =>
        {
            var row = connection.Prepare("SELECT Body FROM Dossiers WHERE Partition = ? AND Key = 'form'").Bind(1, _code.ToString());
            Assert.True(row.Step());
            var body = row.Bytes(0).ToArray();
            row.Reset();
            body[^3] ^= 1;
            return connection.Prepare("UPDATE Dossiers SET Body = ?2 WHERE Partition = ?1 AND Key = 'form'").Bind(1, _code.ToString()).BindBlob(2, body).Run();
        });

        await FoundAsync(FindingKind.FormAltered, "form");
    }

    [Fact]
    public async Task An_event_taken_out_is_named()
    {
        await Dossiers.WriteAsync([RowChange.Delete(_code.ToString(), "e000002")], default);

        await FoundAsync(FindingKind.EventRemoved, "e000002");
    }

    [Fact]
    public async Task An_event_put_behind_the_state_is_named()
    {
        var accepted = (await Dossiers.FindAsync(_code.ToString(), "e000002", default))!;
        await Dossiers.WriteAsync([RowChange.Insert(accepted with { Key = "e000003", Tag = null })], default);

        await FoundAsync(FindingKind.EventAdded, "e000003");
    }

    [Fact]
    public async Task An_access_taken_out_is_named()
    {
        var access = Assert.Single((await Dossiers.ScanAsync(RowRange.Prefix(_code.ToString(), "a"), 10, default)).Rows);
        await Dossiers.WriteAsync([RowChange.Delete(access.Partition, access.Key)], default);

        await FoundAsync(FindingKind.AccessRemoved, access.Key);
    }

    [Fact]
    public async Task An_access_dated_back_is_named()
    {
        var access = Assert.Single((await Dossiers.ScanAsync(RowRange.Prefix(_code.ToString(), "a"), 10, default)).Rows);
        await Dossiers.WriteAsync([RowChange.Insert(access with { Key = access.Key[..^1] + "zz", Tag = null })], default);

        await FoundAsync(FindingKind.AccessAdded, access.Key[..^1] + "zz");
    }

    [Fact]
    public async Task A_state_that_does_not_follow_from_the_events_is_named()
    {
        await ChangeAsync("head", "State");

        await FoundAsync(FindingKind.HeadDiffers, null);
    }

    [Fact]
    public async Task A_whole_dossier_taken_out_is_named_to_whoever_may_see_all()
    {
        var rows = (await Dossiers.ScanAsync(RowRange.All(_code.ToString()), 100, default)).Rows;
        await Dossiers.WriteAsync([.. rows.Select(row => RowChange.Delete(row.Partition, row.Key))], default);

        await FoundAsync(FindingKind.DossierRemoved, null);
        Assert.Equal(HttpStatusCode.NotFound, (await _office.As("supervisor-muong-ang").GetAsync($"/api/dossiers/{_code}/verdict")).StatusCode);
    }

    [Fact]
    public async Task A_history_sealed_once_more_after_it_was_changed_is_found_by_the_older_seal()
    {
        await ChangeAsync("e000002", "E");
        _office.Clock.GoTo(DateTimeOffset.Parse("2026-11-23T02:00Z", CultureInfo.InvariantCulture));
        await _office.As("officer-muong-ang").ReadDossierAsync(_code);
        await _office.SealUpToAsync("2026-11-23T18:10Z");

        var verdict = await _office.CheckDossierAsync(_code);

        Assert.Equal([new(2026, 11, 23), Friday], verdict.Days);
        Assert.Contains(verdict.Findings, finding => (finding.Kind, finding.Key, finding.Day) == (FindingKind.EventAltered, "e000002", Friday));
    }

    [Fact]
    public async Task The_nightly_check_wakes_staff_with_codes_only()
    {
        await ChangeAsync("e000002", "E");
        var records = new WrittenRecords<CheckRound>();
        var round = new CheckRound(_office.The<AuditDesk>(), _office.The<SealedDays>(), _office.Clock, records);

        for (var night = 0; night < 3; night++)
        {
            await _office.SealUpToAsync($"2026-11-{23 + night}T18:10Z");
            await round.RunAsync(default);
        }

        Assert.Contains("SealBroken", records.Names);
    }

    private async Task FoundAsync(FindingKind kind, string? key)
    {
        foreach (var verdict in new[] { await _office.CheckDayAsync(Friday), await _office.CheckDossierAsync(_code) })
        {
            Assert.Equal(SealOutcome.Broken, verdict.Outcome);
            Assert.Contains(verdict.Findings, finding => (finding.Kind, finding.Code, finding.Key) == (kind, _code.ToString(), key));
            Assert.All(verdict.Findings,
                finding => Assert.True(
                    finding.Vi.Contains(_code.ToString(), StringComparison.Ordinal) && finding.En.Contains(_code.ToString(), StringComparison.Ordinal)));
        }
    }

    private async Task ChangeAsync(string key, string column)
    {
        var row = (await Dossiers.FindAsync(_code.ToString(), key, default))!;
        var bytes = row.BytesOrNull(column)!.ToArray();
        bytes[bytes.Length / 2] ^= 1;
        await Dossiers.WriteAsync([RowChange.Replace(row with { Values = new Dictionary<string, object?>(row.Values) { [column] = bytes } })], default);
    }
}
