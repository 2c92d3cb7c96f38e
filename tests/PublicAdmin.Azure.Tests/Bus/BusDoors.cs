using Amqp.Listener;
using Amqp.Sasl;
using Amqp.Types;

namespace PublicAdmin.Tests.Azure.Bus;

/// <summary>How the bus lets its clients in, and the doors beside the queues themselves.</summary>
internal static class BusDoors
{
    public static void Open(ContainerHost host, IEnumerable<BusQueue> queues, BusWork work)
    {
        foreach (var listener in host.Listeners)
        {
            listener.HandlerFactory = _ => new LockTokens();
            listener.SASL.EnableAnonymousMechanism = true;
            listener.SASL.EnableMechanism(new Symbol("MSSBCBS"), SaslProfile.Anonymous);
        }

        host.RegisterRequestProcessor("$cbs", new BusTokens());
        foreach (var queue in queues)
        {
            host.RegisterRequestProcessor($"{queue.Name}/$management", new BusManagement(queue, work));
        }
    }
}
