// OpenTelemetry.Extensions.Hosting 1.19.1, Azure.Monitor.OpenTelemetry.Exporter 1.9.0, Microsoft.Azure.Functions.Worker.OpenTelemetry 1.2.0
#nullable enable
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace OpenTelemetry
{
    public sealed class OpenTelemetryBuilder : IOpenTelemetryBuilder
    {
        internal OpenTelemetryBuilder() => throw null!;

        public IServiceCollection Services => throw null!;

        public OpenTelemetryBuilder WithMetrics(Action<MeterProviderBuilder> configure) => throw null!;
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public static class OpenTelemetryServicesExtensions
    {
        public static OpenTelemetryBuilder AddOpenTelemetry(this IServiceCollection services) => throw null!;
    }
}

namespace Microsoft.Azure.Functions.Worker.OpenTelemetry
{
    public static class ConfigureFunctionsOpenTelemetry
    {
        public static IOpenTelemetryBuilder UseFunctionsWorkerDefaults(this IOpenTelemetryBuilder builder) => throw null!;
    }
}

#nullable disable
namespace Azure.Monitor.OpenTelemetry.Exporter
{
    public partial class AzureMonitorExporterOptions : ClientOptions
    {
        public AzureMonitorExporterOptions() => throw null;

        public string ConnectionString { get => throw null; set => throw null; }

        public TokenCredential Credential { get => throw null; set => throw null; }

        public bool EnableTraceBasedLogsSampler { get => throw null; set => throw null; }
    }

    public static partial class OpenTelemetryBuilderExtensions
    {
        public static IOpenTelemetryBuilder UseAzureMonitorExporter(
            this IOpenTelemetryBuilder builder) => throw null;
    }
}
