using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PublicAdmin.Audit;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Statistics.Equations;
using PublicAdmin.Statistics.Reading;
using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Statistics.OpenData;

/// <summary>
/// Freezes a month: counts it from the facts, and writes table, JSON, signature and manifest. Nothing new is written while the figures are those of the last
/// version.
/// </summary>
public sealed class Publisher(
    BookShelf shelf, CheckBook checks, PublicationShelf publications, SealSigner signer, OfficeDirectory offices, OpenDifferences differences,
    TimeProvider clock)
{
    private const int MostCorrections = 1_000;
    private const string Csv = "text/csv; charset=utf-8";

    /// <param name="month">Any day of it.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The version that says what the books say; 409 while they do not balance, or money of the month is not reconciled.</returns>
    public async Task<Result<Publication>> PublishAsync(DateOnly month, CancellationToken ct)
    {
        var (now, name) = (clock.GetUtcNow(), CellKey.TimeOf(Slot.Month, month).Insert(4, "-"));
        var period = Period.OfMonth(month, now);
        if (!period.IsOver(now))
        {
            return StatisticsRefusals.PeriodRunning.With(name);
        }

        if (await checks.RunAsync(ct) is { Balanced: false } found)
        {
            return Unbalanced.Of(found);
        }

        if (await differences(month.AddDays(1 - month.Day), month.AddDays(1 - month.Day).AddMonths(1).AddDays(-1), ct) is { Count: > 0 } open)
        {
            return StatisticsRefusals.PaymentsOpen.With(open.Count).Knowing("references", open);
        }

        var (lines, sequence, dossiers) = await CountAsync(period, name, ct);
        var last = await publications.FindAsync(name, null, ct);
        var csv = OpenTable.ToCsv(lines);
        return last?.Table.Sha256 == HashOf(csv) ? last : await WriteAsync(new Counted(name, period, lines, csv, sequence, dossiers), last, ct);
    }

    /// <summary>The month that is over, once; a later correction is a person's decision.</summary>
    public async Task PublishLastMonthAsync(CancellationToken ct)
    {
        var month = new DateOnly(clock.Today().Year, clock.Today().Month, 1).AddMonths(-1);
        if (await publications.FindAsync(CellKey.TimeOf(Slot.Month, month).Insert(4, "-"), null, ct) is null)
        {
            await PublishAsync(month, ct);
        }
    }

    private async Task<(IReadOnlyList<IReadOnlyList<string>> Lines, long Sequence, long Dossiers)> CountAsync(Period period, string name, CancellationToken ct)
    {
        var (books, table, dossiers) = (await shelf.PresentAsync(ct), new OpenTable(), 0L);
        var head = await books.HeadAsync(ct);
        await foreach (var fact in books.FactsAsync(ct))
        {
            dossiers++;
            table.Add(OpenRow.Of(fact, UnitOf), FactNumbers.Of(fact, View.Competent, fact.CompetentOrUnknown, period));
        }

        return (table.Lines(name), head.Sequence, dossiers);
    }

    private async Task<Publication> WriteAsync(Counted counted, Publication? last, CancellationToken ct)
    {
        var (version, json) = (await FreeVersionAsync(counted, (last?.Version ?? 0) + 1, ct), OpenTable.ToJson(counted.Lines));
        var corrections = last is null ? [] : Differences((await publications.ReadAsync(last.Period, last.Version, last.Table.Name, ct))!, counted.Csv);
        var key = await signer.KeyAsync(ct);
        var publication = new Publication(
            counted.Name, version, counted.Period.CutOff, clock.Instant(), counted.Sequence, counted.Dossiers,
            [new($"{counted.Name}.csv", HashOf(counted.Csv), counted.Csv.Length), new($"{counted.Name}.json", HashOf(json), json.Length)],
            SealSigner.Describe(key), last?.Table.Sha256, corrections);
        var manifest = JsonSerializer.SerializeToUtf8Bytes(publication, OfficeJson.Stored);
        await publications.AddAsync(counted.Name, version, publication.Files[0].Name, counted.Csv, Csv, ct);
        await publications.AddAsync(counted.Name, version, publication.Files[1].Name, json, "application/json", ct);
        await publications.AddAsync(
            counted.Name, version, PublicationShelf.SignatureOf(manifest), await signer.SignAsync(key, manifest, ct), "application/octet-stream", ct);
        await publications.AddAsync(counted.Name, version, PublicationShelf.Manifest, manifest, "application/json", ct);
        await publications.FinishAsync(publication, manifest, ct);
        return publication;
    }

    // A run that died may have left a table that is no longer true: it stays where it is, and the next number is taken.
    private async Task<int> FreeVersionAsync(Counted counted, int version, CancellationToken ct)
    {
        while (await publications.ReadAsync(counted.Name, version, $"{counted.Name}.csv", ct) is { } left && HashOf(left) != HashOf(counted.Csv))
        {
            version++;
        }

        return version;
    }

    private static List<Correction> Differences(byte[] before, byte[] after)
    {
        var (old, present) = (RowsOf(before), RowsOf(after));
        return [.. old.Keys.Union(present.Keys).Order(StringComparer.Ordinal)
            .Select(key => new Correction(old.GetValueOrDefault(key), present.GetValueOrDefault(key))).Where(one => one.Before != one.After)
            .Take(MostCorrections)];
    }

    private static Dictionary<string, string> RowsOf(byte[] csv) => Encoding.UTF8.GetString(csv).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
        .ToDictionary(row => string.Join(',', row.Split(',').Take(OpenTable.KeyColumns.Count)));

    private string? UnitOf(string office) => offices.VersionsOf(office) is [.., var version] ? version.Unit : null;

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private sealed record Counted(string Name, Period Period, IReadOnlyList<IReadOnlyList<string>> Lines, byte[] Csv, long Sequence, long Dossiers);
}
