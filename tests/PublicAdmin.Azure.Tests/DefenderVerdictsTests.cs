using PublicAdmin.Azure;
using PublicAdmin.Documents.Checking;

namespace PublicAdmin.Tests.Azure;

/// <summary>Needs no server: what the index tags of a blob mean (learn.microsoft.com, Understand malware scanning results).</summary>
public sealed class DefenderVerdictsTests
{
    [Xunit.Theory]
    [InlineData("Malware scanning scan result", "No threats found", true, null)]
    [InlineData("Malware Scanning scan result", "No threats found", true, null)]
    [InlineData("Malware scanning scan result", "Malicious", true, "Microsoft Defender")]
    [InlineData("Malware scanning scan result", "Not scanned", false, null)]
    [InlineData("Malware scanning scan result", "SAM259206: Scan aborted - the requested blob is protected by password.", false, null)]
    public void A_verdict_is_read_from_its_tag(string key, string result, bool scanned, string? virus) =>
        Assert.Equal(
            new VirusVerdict(scanned, virus),
            DefenderVerdicts.Read(new Dictionary<string, string> { ["Malware scanning scan time UTC"] = "2026-11-20 02:00:05Z", [key] = result }));

    [Xunit.Fact]
    public void Without_the_tag_nobody_has_looked_yet() => Assert.Null(DefenderVerdicts.Read(new Dictionary<string, string> { ["other"] = "Malicious" }));
}
