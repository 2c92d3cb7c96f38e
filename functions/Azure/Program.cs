using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PublicAdmin;
using PublicAdmin.Azure;

// What the host itself does as the app: package, leases and timer marks, its diagnostic events, the triggers and their scaling, settings kept as secrets.
[assembly: NeedsRole(AzureRole.BlobOwner, AzureScope.Host)]
[assembly: NeedsRole(AzureRole.TableContributor, AzureScope.Host)]
[assembly: NeedsRole(AzureRole.BusReceiver, AzureScope.Bus)]
[assembly: NeedsRole(AzureRole.LengthReader, AzureScope.Bus)]
[assembly: NeedsRole(AzureRole.SecretsUser, AzureScope.Vault)]

var builder = FunctionsApplication.CreateBuilder(args);
StandIns.RefuseInAzure(builder.Configuration);

// At Information these write whole addresses, and what a citizen typed can stand in one. What happened is in our own records, with codes.
foreach (var category in (string[])["Microsoft.AspNetCore", "System.Net.Http", "Azure", "Microsoft.Azure.Functions.Worker.Extensions.Http"])
{
    builder.Logging.AddFilter(category, LogLevel.Warning);
}

builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<RunMiddleware>();
builder.UseMiddleware<GateMiddleware>();
builder.Services.AddPublicAdmin().AddAzureServices(builder.Configuration).AddTelemetry(builder.Configuration);
await builder.Build().RunAsync();
