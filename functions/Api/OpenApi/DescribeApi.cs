using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Api.OpenApi;

/// <summary>GET /api/openapi.json: this description, made from the functions themselves.</summary>
public sealed class DescribeApi
{
    private static readonly Lazy<TaggedJson> Description = new(() => TaggedJson.Public(ApiDescription.Of(FunctionCatalogue.All)));

    [Function(nameof(DescribeApi)), AllowedTo(Role.Anyone), Answers(200, typeof(object)), Answers(304)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/openapi.json")] HttpRequest request) => Description.Value;
}
