using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Archive.Retention;

/// <summary>GET /api/retention: everything the office keeps, how long, on what ground and what removes it.</summary>
public sealed class ListKeptThings(KeptThings things, TimeProvider clock)
{
    [Function(nameof(ListKeptThings)), AllowedTo(Role.Registrar, Role.Leader, Role.Supervisor, Role.Auditor, Role.Administrator)]
    [Answers(200, typeof(KeptThing[]))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/retention")] HttpRequest request) =>
        TypedResults.Json(things.On(clock.Today()), OfficeJson.Options);
}
