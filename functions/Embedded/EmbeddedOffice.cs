using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Embedded.Blobs;
using PublicAdmin.Embedded.DevelopmentSignIn;
using PublicAdmin.Embedded.Http;
using PublicAdmin.Embedded.Keys;
using PublicAdmin.Embedded.Messages;
using PublicAdmin.Embedded.Rows;
using PublicAdmin.Embedded.SampleData;
using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Embedded.Timers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Platform.Reference;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Embedded;

/// <summary>The whole system in one process: every function, its triggers, one SQLite file and one folder.</summary>
public static class EmbeddedOffice
{
    public const string DefaultUrl = "http://localhost:7071";

    /// <param name="args">Settings such as <c>--urls</c> and <c>--Embedded:Folder</c>.</param>
    /// <param name="replace">What a test puts in place of a service: usually the clock.</param>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? replace = null)
    {
        // Watching the settings would mean watching the data folder below them: an event for every write.
        var builder = WebApplication.CreateSlimBuilder([.. args, "--hostBuilder:reloadConfigOnChange=false"]);
        var urls = builder.Configuration["urls"] ?? DefaultUrl;
        builder.WebHost.UseUrls(urls);
        builder.Configuration["Logging:LogLevel:Microsoft.AspNetCore"] ??= "Warning"; // Three lines a request would hide what the office says.
        var folder = Directory.CreateDirectory(FolderOf(builder.Configuration)).FullName;
        PrivateFiles.KeepFromOthers(folder);
        FolderNote.Check(folder, builder.Configuration[KeyedHashes.Setting], builder.Configuration.GetValue<bool>(RestoreAtStart.Setting));
        builder.Configuration[KeyedHashes.Setting] ??= HashKeyFile.ReadOrCreate(folder);
        builder.Configuration["Mail:Folder"] ??= Path.Combine(folder, "mail");
        replace?.Invoke(builder.Services);
        var host = HostSettings.Load(builder.Configuration);
        builder.AddHttpServer(host);
        RestoreAtStart.AddTo(builder.Services, folder, builder.Configuration);
        builder.Services.AddSingleton(host).AddPublicAdmin().AddStores(folder, builder.Configuration).AddSigningKeys(folder).AddFunctions()
            .AddTriggers(builder.Configuration);
        var developing = builder.Configuration.WantsDevelopmentSignIn(urls);
        if (developing)
        {
            builder.Services.AddDevelopmentSignIn(folder, builder.Configuration).AddSampleRegister().AddSampleMorning(folder, builder.Configuration);
        }

        var app = builder.Build();
        app.UseHttpServer();
        app.MapHttpFunctions(host.Http.RoutePrefix);
        app.MapBlobLinks();
        if (developing)
        {
            app.MapDevelopmentSignIn();
        }

        return app;
    }

    /// <summary>Where everything is kept: <c>data</c> below the present folder unless the setting <c>Embedded:Folder</c> says otherwise.</summary>
    internal static string FolderOf(IConfiguration settings) => Path.GetFullPath(settings["Embedded:Folder"] ?? "data");

    private static IServiceCollection AddStores(this IServiceCollection services, string folder, IConfiguration settings)
    {
        if (settings.GetValue<int?>("Embedded:DieAt") is { } step)
        {
            services.AddSingleton(KillSwitch.OfThisProcess(step));
        }

        return services
            .AddSingleton(provider => OpenDatabase(folder, settings, provider.GetService<KillSwitch>()))
            .AddSingleton(provider => new BlobFiles(
                Path.Combine(folder, "blobs"), provider.GetService<KillSwitch>(), provider.GetRequiredService<SqliteDatabase>().Turns))
            .AddSingleton(provider => new BlobNames(folder, provider.GetRequiredService<SqliteDatabase>()))
            .AddSingleton<SqliteQueues>()
            .AddSingleton<SqliteTables>()
            .AddHostedService<FolderKeeper>()
            .AddSingleton<IAnnouncedWrites, AnnouncedWrites>()
            .AddSingleton<ITables>(provider => new CountedTables(provider.GetRequiredService<SqliteTables>(), provider.GetRequiredService<StorageMeter>()))
            .AddSingleton<IBlobs>(
                provider => new CountedBlobs(
                    new NotedBlobs(ActivatorUtilities.CreateInstance<FolderBlobs>(provider), provider.GetRequiredService<BlobNames>()),
                    provider.GetRequiredService<StorageMeter>()))
            .AddSingleton<SignedBlobLinks>()
            .AddSingleton<IBlobLists, FolderBlobLists>()
            .AddSingleton<IStoreTraces, WriteAheadLog>()
            .AddSingleton<IBlobLinks>(provider => provider.GetRequiredService<SignedBlobLinks>())
            .AddSingleton<IQueueSender>(
                provider => new CountedQueueSender(provider.GetRequiredService<SqliteQueues>(), provider.GetRequiredService<StorageMeter>()))
            .AddSingleton(new ReferenceStart(Waits: false))
            .AddSingleton<IDeadLetters, SqliteDeadLetters>();
    }

    private static SqliteDatabase OpenDatabase(string folder, IConfiguration settings, KillSwitch? killSwitch)
    {
        var database = new SqliteDatabase(Path.Combine(folder, "office.db"), killSwitch);
        try
        {
            FolderNote.Stamp(
                folder, settings[KeyedHashes.Setting]!, database.Numbers.First / SqliteNumbers.Block, settings.GetValue<bool>(RestoreAtStart.Setting),
                FolderMark.Find(database));
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static IServiceCollection AddFunctions(this IServiceCollection services)
    {
        foreach (var type in FunctionCatalogue.All.Select(function => function.Class).Distinct())
        {
            services.AddSingleton(type);
        }

        return services;
    }

    private static void AddTriggers(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<QueueTriggers>().AddSingleton<TimerTriggers>();
        if (!settings.GetValue<bool>("Embedded:ManualTriggers"))
        {
            services
                .AddHostedService(provider => provider.GetRequiredService<QueueTriggers>())
                .AddHostedService(provider => provider.GetRequiredService<TimerTriggers>());
        }
    }
}
