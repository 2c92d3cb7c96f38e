using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PublicAdmin.Audit;
using PublicAdmin.Embedded.Blobs;
using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform;

namespace PublicAdmin.Embedded;

/// <summary>
/// With the setting <c>Embedded:Restore=true</c>: before anything else starts, an office whose database was lost comes back from its folder. The
/// names of blobs come from <see cref="BlobNames"/>, tables and dossiers from the seals. Left on by mistake it does nothing the next time.
/// </summary>
internal sealed partial class RestoreAtStart(SealRestore restore, ILogger<RestoreAtStart> log) : IHostedService
{
    public const string Setting = "Embedded:Restore";

    /// <summary>Adds it when it is wanted; the database is given its blobs before anybody opens it.</summary>
    public static IServiceCollection AddTo(IServiceCollection services, string folder, IConfiguration settings)
    {
        if (!settings.GetValue<bool>(Setting))
        {
            return services;
        }

        if (File.Exists(BlobNames.PathIn(folder)))
        {
            var files = new BlobFiles(Path.Combine(folder, "blobs"));
            var named = BlobNames.Read(folder).Where(blob => files.Has(blob.Value.Tag)).ToDictionary(); // What a sweep deleted is named still.
            using var database = new SqliteDatabase(Path.Combine(folder, "office.db"));
            database.WriteAsync(connection => BlobRows.PutAllWhenEmpty(connection, named)).GetAwaiter().GetResult();
        }

        return services.AddHostedService<RestoreAtStart>();
    }

    /// <exception cref="RestoreRefusedException">The office is not opened.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var ran = await restore.RunAsync(TimeSpan.MaxValue, cancellationToken);
        if (!ran.Try(out var state, out var refusal))
        {
            throw new RestoreRefusedException($"{refusal.In(Language.Vi)} {refusal.In(Language.En)}");
        }

        LogRestored(state.Newest, state.Dossiers, state.Left);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "Restored from the seal of {Newest}: {Dossiers} dossiers, {Left} left out.")]
    private partial void LogRestored(DateOnly newest, int dossiers, int left);
}

/// <summary>The office was to be restored and cannot be.</summary>
internal sealed class RestoreRefusedException(string message) : Exception(message);
