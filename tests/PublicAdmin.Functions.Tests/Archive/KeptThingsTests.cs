using System.Net;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Payments.Keeping;
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
            thing.RemovedBy is "kept" || classes.Contains(thing.RemovedBy)
                || (thing.RemovedBy.StartsWith("infra:", StringComparison.Ordinal)
                    && infra.Exists(text => text.Contains(thing.RemovedBy["infra:".Length..], StringComparison.Ordinal))),
            thing.Place));
    }

    [Fact]
    public void Whatever_has_a_term_in_days_is_reached_by_a_timer_or_ends_by_a_rule_of_the_infrastructure()
    {
        var types = typeof(KeptThing).Assembly.GetTypes();
        var reached = new HashSet<Type>();
        var next = new Queue<Type>(types.Where(type => type.GetMethods(Members).Any(method =>
            method.GetParameters().Any(parameter => parameter.GetCustomAttributes(typeof(TimerTriggerAttribute), false).Length > 0))));
        while (next.TryDequeue(out var type))
        {
            if (reached.Add(type))
            {
                type.GetConstructors(Members).SelectMany(made => made.GetParameters()).ToList().ForEach(needed => next.Enqueue(needed.ParameterType));
            }
        }

        var names = reached.Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        Assert.All(
            All.Where(thing => thing.Days is not null),
            thing => Assert.True(thing.RemovedBy.StartsWith("infra:", StringComparison.Ordinal) || names.Contains(thing.RemovedBy), thing.Place));
        Assert.All(All.Where(thing => thing.RemovedBy is "kept"), thing => Assert.Null(thing.Days)); // A term, and kept for ever: one of both is not true.
    }

    [Fact]
    public void What_is_removed_by_the_register_stands_in_it_under_the_name_of_what_removes_it()
    {
        var places = typeof(KeptThing).Assembly.GetTypes().Where(type => type.GetConstructors(Members).Any(made =>
                made.GetParameters().Any(parameter => parameter.ParameterType == typeof(KeptThings))))
            .Select(type => (type.Name, Place: type.GetField("Place", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string))
            .Where(one => one.Place is not null).ToList();

        Assert.Contains(places, one => one.Name == nameof(MoneyRemoval));
        Assert.All(places, one => Assert.Equal(one.Name, All.Single(thing => thing.Place == one.Place).RemovedBy));
        Assert.All(places, one => Assert.NotNull(All.Single(thing => thing.Place == one.Place).Days));
    }

    private const BindingFlags Members = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

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
