using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Tests.Azure.Worker;

/// <summary>How the bus looks when all work is done.</summary>
internal static class Delivered
{
    /// <summary>Nothing is due and nothing is dead.</summary>
    public static void AssertAllIsDelivered(this AzureOffice office) => Assert.All(Queues.All, queue =>
    {
        Assert.False(office.Bus.HasDue(queue.Name), queue.Name);
        Assert.Empty(office.Bus.DeadIn(queue.Name));
    });
}
