using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Documents.Records;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Embedded.SampleData;

/// <summary>Where the office keeps its data.</summary>
/// <param name="WholeProvince">Whether three months of a province come behind the morning.</param>
internal sealed record SampleFolder(string Path, bool WholeProvince);

internal static class SampleDataServices
{
    private const string Setting = "Embedded:SampleData";

    /// <summary>What databases would say of the invented people, where no gateway is.</summary>
    public static IServiceCollection AddSampleRegister(this IServiceCollection services) =>
        services.AddSingleton(_ => new LocalRegister(Resources.Json<RegisterEntry[]>("Embedded.SampleData.sample-register.json")));

    /// <summary>Wanted unless said otherwise, <c>morning</c> for its first morning alone; not while triggers are worked by hand, as tests do.</summary>
    public static IServiceCollection AddSampleMorning(this IServiceCollection services, string folder, IConfiguration settings)
    {
        var morning = settings[Setting] is "morning";
        return morning || settings.GetValue(Setting, !settings.GetValue<bool>("Embedded:ManualTriggers"))
            ? services.AddSingleton(new SampleFolder(folder, !morning)).AddSingleton<SampleDoors>().AddSingleton<SampleLife>().AddSingleton<SampleProvince>()
                .AddHostedService<SampleMorning>()
            : services;
    }
}
