using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace PublicAdmin.Embedded.SampleData;

/// <summary>
/// While the sample is filled in, hundreds of dossiers are filed within seconds: a line for each would push what the office said at its start off the screen.
/// Until then the office says warnings, and of the sample itself that it begins and that it is done. Whoever has set levels keeps them.
/// </summary>
internal static class SampleQuiet
{
    private const string Office = "Logging:LogLevel:PublicAdmin";
    private const string Sample = "Logging:LogLevel:PublicAdmin.Embedded.SampleData";

    public static void Begin(IConfiguration settings)
    {
        if (settings["Logging:LogLevel:Default"] is null or nameof(LogLevel.Information) && settings[Office] is null && settings[Sample] is null)
        {
            (settings[Office], settings[Sample]) = (nameof(LogLevel.Warning), nameof(LogLevel.Information));
        }
    }

    public static void End(IConfiguration settings)
    {
        if (settings[Sample] is not null && settings is IConfigurationRoot root)
        {
            (root[Office], root[Sample]) = (nameof(LogLevel.Information), null);
            root.Reload();
        }
    }
}
