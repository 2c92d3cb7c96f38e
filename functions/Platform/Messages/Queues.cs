namespace PublicAdmin.Platform.Messages;

/// <summary>What a Service Bus queue promises. Both editions and infra/ follow it.</summary>
/// <param name="Name">Lower case, hyphens.</param>
/// <param name="Sessions">Messages of one session are handled one at a time, in order.</param>
/// <param name="MaxDeliveries">After so many failed deliveries a message goes to the dead letters.</param>
/// <param name="Lock">How long a received message is hidden from other receivers; renewed while its handler runs.</param>
/// <param name="DuplicateWindow">A message id seen within this time is dropped.</param>
public sealed record QueueDefinition(string Name, bool Sessions, int MaxDeliveries, TimeSpan Lock, TimeSpan DuplicateWindow);

/// <summary>Every queue of the system. infra/ creates exactly these.</summary>
public static class Queues
{
    /// <summary>The app setting prefix that names the Service Bus namespace in the Azure edition.</summary>
    public const string Connection = "ServiceBusConnection";

    /// <summary>
    /// A message nobody has taken for so long goes to the dead letters in Azure; the embedded edition keeps it. Handlers are done within an hour or give up.
    /// </summary>
    public static readonly TimeSpan TimeToLive = TimeSpan.FromDays(14);

    public const string DossierEvents = "dossier-events";
    public const string DocumentsToCheck = "documents-to-check";
    public const string PapersToKeep = "papers-to-keep";
    public const string RecordsToRead = "records-to-read";
    public const string ResultsToSign = "results-to-sign";
    public const string Notifications = "notifications";
    public const string PortalSync = "portal-sync";
    public const string PortalFiles = "portal-files";
    public const string Payments = "payments";
    public const string LinkedCases = "linked-cases";

    public static IReadOnlyList<QueueDefinition> All { get; } =
    [
        Define(DossierEvents, sessions: true),
        Define(DocumentsToCheck),
        Define(PapersToKeep),
        Define(RecordsToRead),
        Define(ResultsToSign, sessions: true),
        Define(Notifications),
        Define(PortalSync, sessions: true),
        Define(PortalFiles),
        Define(Payments),
        Define(LinkedCases, sessions: true),
    ];

    public static QueueDefinition Of(string name) => All.Single(queue => queue.Name == name);

    private static QueueDefinition Define(string name, bool sessions = false) =>
        new(name, sessions, MaxDeliveries: 10, Lock: TimeSpan.FromMinutes(1), DuplicateWindow: TimeSpan.FromMinutes(10));
}
