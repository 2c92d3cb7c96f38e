using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Embedded.DevelopmentSignIn;
using PublicAdmin.Platform;

namespace PublicAdmin.Embedded;

/// <summary>The whole system in one process: every function, its triggers, one SQLite file and one folder.</summary>
public static class EmbeddedOffice
{
    public const string DefaultUrl = "http://localhost:7071";

    /// <param name="args">Settings such as <c>--urls</c> and <c>--Embedded:Folder</c>.</param>
    /// <param name="replace">What a test puts in place of a service: usually the clock.</param>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        var urls = builder.Configuration["urls"] ?? DefaultUrl;
        builder.WebHost.UseUrls(urls);
        var folder = Directory.CreateDirectory(builder.Configuration["Embedded:Folder"] ?? "data").FullName;
        builder.Configuration[KeyedHashes.Setting] ??= HashKeyFile.ReadOrCreate(folder);
        replace?.Invoke(builder.Services);
        builder.Services.AddPublicAdmin().AddEmbeddedServices(folder, builder.Configuration.GetValue<bool>("Embedded:ManualTriggers"));
        var developing = builder.Configuration.WantsDevelopmentSignIn(urls);
        if (developing)
        {
            builder.Services.AddDevelopmentSignIn(folder);
        }

        var app = builder.Build();
        app.MapHttpFunctions(app.Services.GetRequiredService<HostSettings>().Http.RoutePrefix);
        if (developing)
        {
            app.MapDevelopmentSignIn();
        }

        return app;
    }

    private static void AddEmbeddedServices(this IServiceCollection services, string folder, bool manualTriggers)
    {
        services
            .AddSingleton(HostSettings.Load())
            .AddSingleton(_ => new SqliteDatabase(Path.Combine(folder, "office.db")))
            .AddSingleton<ITables, SqliteTables>()
            .AddSingleton<SqliteQueues>()
            .AddSingleton<IQueueSender>(provider => provider.GetRequiredService<SqliteQueues>())
            .AddSingleton<IQueueReceiver>(provider => provider.GetRequiredService<SqliteQueues>())
            .AddSingleton<IDeadLetters>(provider => provider.GetRequiredService<SqliteQueues>())
            .AddSingleton<QueueTriggers>()
            .AddSingleton<TimerTriggers>();
        if (!manualTriggers)
        {
            services
                .AddHostedService(provider => provider.GetRequiredService<QueueTriggers>())
                .AddHostedService(provider => provider.GetRequiredService<TimerTriggers>());
        }

        foreach (var type in FunctionCatalogue.All.Select(function => function.Class).Distinct())
        {
            services.AddSingleton(type);
        }
    }
}
