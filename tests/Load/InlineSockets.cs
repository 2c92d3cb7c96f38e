namespace PublicAdmin.Load;

/// <summary>Lets .NET run what follows a receive on the thread that noticed it: half the driver's work, and right for a program that never blocks.</summary>
internal static class InlineSockets
{
    public const string Variable = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    /// <summary>Before the first socket.</summary>
    public static void Use() => Environment.SetEnvironmentVariable(Variable, "1");
}
