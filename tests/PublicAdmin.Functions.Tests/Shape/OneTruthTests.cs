using System.Text.Json;
using System.Xml;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Documents.Reading;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Shape;

/// <summary>Code and infra/ say the same: nothing in one that is missing in the other.</summary>
public sealed class OneTruthTests
{
    private static readonly ArmTemplate Records = ArmTemplate.Open("modules/records.bicep");
    private static readonly ArmTemplate Bus = ArmTemplate.Open("modules/queues.bicep");

    [Fact]
    public void Tables_are_the_same() => Assert.Equal(Tables.All.Order(), Records.Texts("tableNames").Order());

    [Fact]
    public void Containers_are_the_same() =>
        Assert.Equal(Containers.All.Order(), Records.Texts("openContainers").Concat(Records.Texts("sealedContainers")).Order());

    [Fact]
    public void What_an_erasure_deletes_is_forgotten_by_infra_too() =>
        Assert.Equal(new[] { Containers.Archive, Containers.DataKeys, Containers.Results }.Order(), Records.Texts("erasedFrom").Order());

    [Fact]
    public void Bound_scans_lie_where_infra_forgets_them() =>
        Assert.Contains($"var boundScans = '{Containers.Papers}/{BoundScans.Shelf}'", Records.Source, StringComparison.Ordinal);

    [Fact]
    public void Queues_are_the_same_with_their_sessions() => Assert.Equal(
        Queues.All.Select(queue => (queue.Name, queue.Sessions)).Order(),
        Bus.Objects("queues").Select(queue => (queue.GetProperty("name").GetString()!, queue.GetProperty("sessions").GetBoolean())).Order());

    [Fact]
    public void The_emulator_has_the_same_queues()
    {
        using var config = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "PublicAdmin.Azure.Tests", "servicebus.json")));
        var queues = config.RootElement.GetProperty("UserConfig").GetProperty("Namespaces")[0].GetProperty("Queues").EnumerateArray();

        Assert.Equal(
            Queues.All.Select(queue => (queue.Name, queue.Sessions)).Order(),
            queues.Select(queue => (queue.GetProperty("Name").GetString()!, queue.GetProperty("Properties").GetProperty("RequiresSession").GetBoolean()))
                .Order());
    }

    [Theory]
    [InlineData("lockDuration")]
    [InlineData("duplicateDetectionHistoryTimeWindow")]
    [InlineData("defaultMessageTimeToLive")]
    [InlineData("maxDeliveryCount")]
    public void Queues_keep_the_promises_of_the_code(string property)
    {
        var written = System.Text.RegularExpressions.Regex.Match(Bus.Source, $"{property}: '?(\\w+)'?").Groups[1].Value;

        Assert.All(Queues.All, queue => Assert.Equal(Promise(queue, property), written));
    }

    [Fact]
    public void A_trigger_has_sessions_exactly_when_its_queue_has() => Assert.All(
        Triggers<ServiceBusTriggerAttribute>(),
        trigger => Assert.Equal(Queues.Of(trigger.QueueName!).Sessions, trigger.IsSessionsEnabled));

    [Fact]
    public void A_trigger_reads_from_the_namespace_of_the_settings_and_leaves_settling_to_us() => Assert.All(
        Triggers<ServiceBusTriggerAttribute>(),
        trigger => Assert.Equal((Queues.Connection, false), (trigger.Connection, trigger.AutoCompleteMessages)));

    private static IEnumerable<T> Triggers<T>() => FunctionCatalogue.All.Select(function => function.Trigger).OfType<T>();

    private static string Promise(QueueDefinition queue, string property) => property switch
    {
        "lockDuration" => XmlConvert.ToString(queue.Lock),
        "defaultMessageTimeToLive" => XmlConvert.ToString(Queues.TimeToLive),
        "duplicateDetectionHistoryTimeWindow" => XmlConvert.ToString(queue.DuplicateWindow),
        _ => queue.MaxDeliveries.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
