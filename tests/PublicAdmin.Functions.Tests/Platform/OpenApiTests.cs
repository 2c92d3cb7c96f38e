using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Api.OpenApi;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Platform;

public sealed class OpenApiTests
{
    private static readonly JsonObject Document = ApiDescription.Of(FunctionCatalogue.All);
    private static readonly IReadOnlyList<CataloguedFunction> Http = [.. FunctionCatalogue.All.Where(function => function.Trigger is HttpTriggerAttribute)];

    public static TheoryData<string> Functions => [.. Http.Select(function => function.Name)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Every_function_is_described_with_a_sentence_its_roles_and_an_answer(string name)
    {
        foreach (var operation in Operations(name))
        {
            Assert.Matches("^[A-Z].{8,}", operation["summary"]!.GetValue<string>());
            Assert.Equal(Roles(name), operation["x-roles"]!.AsArray().Select(role => role!.GetValue<string>()));
            Assert.Equal(Roles(name).Contains(nameof(Role.Anyone)), operation["security"]!.AsArray().Count is 0);
            Assert.Contains(operation["responses"]!.AsObject(), response => response.Key[0] is '2' or '3'); // A sign-in leads on.
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Every_refusal_a_function_names_stands_under_its_status(string name)
    {
        foreach (var operation in Operations(name))
        {
            var told = operation["responses"]!.AsObject()
                .SelectMany(response => Codes(response.Value!).Select(code => (Status: response.Key, Code: code))).ToHashSet();

            Assert.Subset(told, OpenApiRefusals.Of(Function(name)).Select(refusal => ($"{HttpAnswers.StatusOf(refusal.Kind)}", refusal.Code)).ToHashSet());
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_guarded_function_tells_of_both_its_headers(string name)
    {
        string[] guards = Function(name).Method.IsDefined(typeof(GuardedAttribute)) ? ["If-Match", "Idempotency-Key"] : [];

        foreach (var operation in Operations(name))
        {
            Assert.Empty(guards.Except(operation["parameters"]!.AsArray().Select(parameter => (string?)parameter!["name"])));
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void The_summary_of_a_function_begins_with_its_trigger(string name)
    {
        var function = Function(name);
        var path = $"/{function.Route}";

        Assert.StartsWith(
            string.Join(" or ", function.Methods.Select(method => $"{method} {path}")), OpenApiSummaries.Of(function.Class), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_reference_leads_somewhere()
    {
        Assert.All(References(Document).Distinct(), reference =>
        {
            var way = reference.Split('/');

            Assert.NotNull(Document[way[1]]![way[2]]![way[3]]);
        });
    }

    [Fact]
    public void A_schema_says_what_the_serializer_does()
    {
        var office = Document["components"]!["schemas"]!["OfficeVersion"]!;

        Assert.Equal("date", office["properties"]!["validFrom"]!["format"]!.GetValue<string>());
        Assert.Equal("string", office["properties"]!["unit"]!["type"]!.GetValue<string>());
        Assert.Equal("#/components/schemas/OfficeKind", office["properties"]!["kind"]!["$ref"]!.GetValue<string>());
        Assert.Contains("H18", office["properties"]!["code"]!["description"]!.GetValue<string>());
        Assert.DoesNotContain("unit", office["required"]!.AsArray().Select(name => name!.GetValue<string>()));
        Assert.False(office["additionalProperties"]!.GetValue<bool>());
        Assert.Contains("communeCenter", Document["components"]!["schemas"]!["OfficeKind"]!["enum"]!.AsArray().Select(value => value!.GetValue<string>()));
    }

    [Fact]
    public void A_page_is_named_after_what_is_on_it_and_a_text_may_be_inherited()
    {
        var schemas = Document["components"]!["schemas"]!;

        Assert.Equal("#/components/schemas/WorkItem", schemas["PageOfWorkItem"]!["properties"]!["items"]!["items"]!["$ref"]!.GetValue<string>());
        Assert.Contains("chủ hồ sơ", schemas["ApplicantForm"]!["description"]!.GetValue<string>());
    }

    [Fact]
    public void Nothing_a_caller_may_leave_empty_must_be_sent()
    {
        var nullability = new NullabilityInfoContext();
        var sent = Http.Select(function => function.Method.GetCustomAttribute<AcceptsAttribute>()?.Body).OfType<Type>().Distinct();

        Assert.All(sent, type => Assert.DoesNotContain(
            OfficeJson.Options.GetTypeInfo(type).Properties, property =>
                property.IsRequired && property.AttributeProvider is PropertyInfo info && nullability.Create(info).WriteState is NullabilityState.Nullable));
    }

    [Fact]
    public async Task Anybody_can_read_it()
    {
        await using var office = await Office.OpenAsync();

        var served = await office.Http.GetFromJsonAsync<JsonElement>("/api/openapi.json");

        Assert.StartsWith("3.1.", served.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal(Document["paths"]!.AsObject().Count, served.GetProperty("paths").EnumerateObject().Count());
    }

    private static CataloguedFunction Function(string name) => Http.Single(function => function.Name == name);

    private static IEnumerable<JsonObject> Operations(string name)
    {
        var function = Function(name);
        var path = Document["paths"]![OpenApiOperations.PathOf(function)]!;
        return function.Methods.Select(method => path[method.ToLowerInvariant()]!.AsObject());
    }

    private static string[] Roles(string name) =>
        [.. (Function(name).Method.GetCustomAttribute<AllowedToAttribute>()?.Roles ?? []).Select(role => role.ToString())];

    private static IEnumerable<string> Codes(JsonNode response) =>
        response["content"]?["application/problem+json"]?["x-codes"]?.AsArray().Select(code => code!.GetValue<string>()) ?? [];

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject found => found.SelectMany(property =>
            property.Key == "$ref" ? [property.Value!.GetValue<string>()] : References(property.Value)),
        JsonArray found => found.SelectMany(References),
        _ => [],
    };
}
