using System.Globalization;

namespace PublicAdmin.Tests.Support;

/// <summary>How often a test tries what it tries at random or step by step: few times by default, more where a variable says so, as CI does.</summary>
public static class HowMany
{
    /// <exception cref="FormatException">The variable is no whole number.</exception>
    public static int Of(string variable, int few) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } said ? int.Parse(said, CultureInfo.InvariantCulture) : few;
}
