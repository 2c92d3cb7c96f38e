using System.Net;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Platform.Reference;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Submission;
using PublicAdmin.Submission.Drafts;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Archive;

/// <summary>Whatever is kept has a term, a ground, and something that removes it.</summary>
public sealed class KeptThingsTests
{
    /// <summary>What has a term and nothing that removes it yet: may only shrink.</summary>
    private static readonly string[] Open = ["table Payments", "table RateLimits", "table Statistics: petitions"];

    private static readonly IReadOnlyList<KeptThing> All = new KeptThings().On(new DateOnly(2026, 12, 1));

    [Fact]
    public void No_table_container_or_queue_is_without_an_entry_and_no_entry_without_one() => Assert.Equal(
        [.. Tables.All.Select(name => $"table {name}").Concat(Containers.All.Select(name => $"container {name}"))
            .Concat(Queues.All.Select(queue => $"queue {queue.Name}")).Concat(["folder mail", "log telemetry"]).Order(StringComparer.Ordinal)],
        All.Select(thing => thing.Place.Split(':')[0]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void What_removes_it_is_there()
    {
        var classes = typeof(KeptThing).Assembly.GetTypes().Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        var infra = Directory.EnumerateFiles(Path.Combine(Repository.Root, "infra"), "*.bicep", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();

        Assert.All(All, thing => Assert.True(
            thing.RemovedBy is "kept" or "open" || classes.Contains(thing.RemovedBy)
                || (thing.RemovedBy.StartsWith("infra:", StringComparison.Ordinal)
                    && infra.Exists(text => text.Contains(thing.RemovedBy["infra:".Length..], StringComparison.Ordinal))),
            thing.Place));
        Assert.Equal(Open, All.Where(thing => thing.RemovedBy == "open").Select(thing => thing.Place));
    }

    [Theory]
    [InlineData("registrar-muong-ang")]
    [InlineData("administrator-province")]
    public async Task Those_who_answer_for_it_see_the_register(string persona)
    {
        await using var office = await Office.OpenAsync();

        var shown = await Counter.ReadAsync<List<KeptThing>>(await office.As(persona).GetAsync("/api/retention"), HttpStatusCode.OK);

        Assert.Equal(All.Select(thing => thing.Place), shown.Select(thing => thing.Place));
    }

    [Fact]
    public async Task Letters_in_the_folder_and_what_is_remembered_of_filings_go_when_their_term_is_over()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z");
        await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));
        await office.DeliverMessagesAsync();
        var mail = Path.Combine(office.Folder, "mail");
        Directory.CreateDirectory(mail);
        await File.WriteAllTextAsync(Path.Combine(mail, "old.eml"), "");
        File.SetLastWriteTimeUtc(Path.Combine(mail, "old.eml"), office.Clock.GetUtcNow().UtcDateTime.AddDays(-91));

        await office.RunTimerAsync("SweepLetters");
        office.Clock.GoTo(new DateTimeOffset(2031, 11, 30, 19, 45, 0, TimeSpan.Zero));
        await office.RunTimerAsync(nameof(PurgeDrafts));

        Assert.False(File.Exists(Path.Combine(mail, "old.eml")));
        Assert.Empty(await office.The<ITables>()[Tables.Requests].WalkAllAsync(default).Where(row => RequestLog.CodeOf(row) is not null).ToListAsync());
    }
}
