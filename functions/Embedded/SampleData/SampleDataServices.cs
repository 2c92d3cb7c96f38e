using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Documents.Records;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Embedded.SampleData;

/// <summary>Where the office keeps its data.</summary>
internal sealed record SampleFolder(string Path);

internal static class SampleDataServices
{
    /// <summary>What databases would say of the invented people, where no gateway is.</summary>
    public static IServiceCollection AddSampleRegister(this IServiceCollection services) =>
        services.AddSingleton(_ => new LocalRegister(Resources.Json<RegisterEntry[]>("Embedded.SampleData.sample-register.json")));

    /// <summary>Wanted unless said otherwise; not while triggers are worked by hand, as tests do.</summary>
    public static IServiceCollection AddSampleMorning(this IServiceCollection services, string folder, IConfiguration settings) =>
        settings.GetValue("Embedded:SampleData", !settings.GetValue<bool>("Embedded:ManualTriggers"))
            ? services.AddSingleton(new SampleFolder(folder)).AddHostedService<SampleMorning>() : services;
}
