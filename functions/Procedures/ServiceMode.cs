using PublicAdmin.Platform;

namespace PublicAdmin.Procedures;

/// <summary>How much can be done online (Decree 224/2026, Article 14).</summary>
public enum ServiceModeKind
{
    /// <summary>Toàn trình.</summary>
    Full,

    /// <summary>Một phần.</summary>
    Partial,

    /// <summary>Trực tiếp.</summary>
    InPerson,
}

/// <param name="Reason">Why it is not fully online; the decree wants it published. Null for <see cref="ServiceModeKind.Full"/>.</param>
public sealed record ServiceMode(ServiceModeKind Kind, Text? Reason = null);

/// <summary>Which system processes it (Decree 224/2026, Article 15).</summary>
public enum ServiceSystem
{
    /// <summary>This one.</summary>
    Province,

    /// <summary>A ministry's; here only a mirror to read and to urge.</summary>
    Ministry,

    /// <summary>Liên thông: one filing, several agencies' systems.</summary>
    Linked,
}

/// <param name="Where">The other system, when known.</param>
public sealed record ServiceRoute(ServiceSystem System, string? Where = null);
