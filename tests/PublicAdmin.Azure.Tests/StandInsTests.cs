using Microsoft.Extensions.Configuration;
using PublicAdmin.Azure;

namespace PublicAdmin.Tests.Azure;

/// <summary>Needs no server: a package built to be tested does not serve in Azure.</summary>
public sealed class StandInsTests
{
    [Xunit.Fact]
    public void A_package_with_stand_ins_refuses_to_start_in_App_Service_and_no_other_does()
    {
        var inAzure = new ConfigurationBuilder().AddInMemoryCollection([new("WEBSITE_SITE_NAME", "func-office")]).Build();

        Assert.Equal(StandIns.AreBuiltIn, Record.Exception(() => StandIns.RefuseInAzure(inAzure)) is InvalidOperationException);
        Assert.Null(Record.Exception(() => StandIns.RefuseInAzure(new ConfigurationBuilder().Build())));
    }
}
