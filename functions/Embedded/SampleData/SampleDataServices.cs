using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Documents.Records;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Embedded.SampleData;

/// <summary>Where the office keeps its data.</summary>
/// <param name="WholeProvince">Whether three months of a province come behind the morning.</param>
internal sealed record SampleFolder(string Path, bool WholeProvince)
{
    /// <summary>Codes and tracking secrets of the morning, once it is over.</summary>
    public string Receipts => System.IO.Path.Combine(Path, "sample-receipts.json");

    /// <summary>Whether, at this start, there is something to fill in: all of it, or what was broken off.</summary>
    public bool IsWanted => !File.Exists(Receipts) || File.Exists(System.IO.Path.Combine(Path, SampleNotes.FileName));
}

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
        if (!morning && !settings.GetValue(Setting, !settings.GetValue<bool>("Embedded:ManualTriggers")))
        {
            return services;
        }

        var sample = new SampleFolder(folder, !morning);
        if (!sample.IsWanted)
        {
            return services;
        }

        SampleQuiet.Begin(settings);
        return services.AddSingleton(sample).AddSingleton(new SampleNotes(folder)).AddSingleton<SampleDoors>().AddSingleton<SampleLife>()
            .AddSingleton<SampleProvince>().AddHostedService<SampleMorning>();
    }
}
