using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Azure;

/// <summary>Traces, measurements and logs to Application Insights, signed in with the app's identity. Without a connection string nothing is sent.</summary>
[NeedsRole(AzureRole.MetricsPublisher, AzureScope.Insights)]
internal static class Telemetry
{
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"] is { Length: > 0 } connection)
        {
            services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(StorageMeter.Name)).UseFunctionsWorkerDefaults().UseAzureMonitorExporter();
            services.AddOptions<AzureMonitorExporterOptions>().Configure<TokenCredential>((options, identity) =>
            {
                options.ConnectionString = connection;
                options.Credential = identity;

                // The alerts count log records, so none may be sampled away with its trace.
                options.EnableTraceBasedLogsSampler = false;
            });
        }

        return services;
    }
}
