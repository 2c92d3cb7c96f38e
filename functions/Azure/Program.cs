using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using PublicAdmin;
using PublicAdmin.Azure;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<GateMiddleware>();
builder.Services.AddPublicAdmin().AddAzureServices(builder.Configuration).AddTelemetry(builder.Configuration);
await builder.Build().RunAsync();
