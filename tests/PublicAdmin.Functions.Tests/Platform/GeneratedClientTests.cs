using System.Text.Json;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Platform;

/// <summary>
/// A client that Kiota makes from the API description compiles, files a birth with its form's answers, and has the code of a refusal in its error class.
/// </summary>
public sealed class GeneratedClientTests : IDisposable
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <NoWarn>$(NoWarn);CS1591;CS8600;CS8601;CS0618</NoWarn>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Microsoft.Kiota.Abstractions" Version="2.1.6" />
            <PackageReference Include="Microsoft.Kiota.Http.HttpClientLibrary" Version="2.1.6" />
            <PackageReference Include="Microsoft.Kiota.Serialization.Form" Version="2.1.6" />
            <PackageReference Include="Microsoft.Kiota.Serialization.Json" Version="2.1.6" />
            <PackageReference Include="Microsoft.Kiota.Serialization.Multipart" Version="2.1.6" />
            <PackageReference Include="Microsoft.Kiota.Serialization.Text" Version="2.1.6" />
          </ItemGroup>
        </Project>
        """;

    // What a programmer writes against the generated classes, and nothing else.
    private const string Program = """
        using System.Text.Json;
        using Microsoft.Kiota.Abstractions.Authentication;
        using Microsoft.Kiota.Abstractions.Serialization;
        using Microsoft.Kiota.Http.HttpClientLibrary;
        using Microsoft.Kiota.Serialization.Json;
        using Office.Client;
        using Office.Client.Models;

        var (url, token, receipt, upload, answers) = (args[0], args[1], args[2], args[3], args[4]);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        var office = new OfficeClient(new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: http) { BaseUrl = url });
        using var json = JsonDocument.Parse(answers);
        var birth = new FilingForm
        {
            Procedure = "1.001193",
            Receipt = receipt,
            ResidenceUnit = "03256",
            Applicant = new ApplicantForm { Name = "Lò Thị Mai", PersonalNumber = "011195000123" },
            Papers = [new PaperForm { Component = "chung-sinh", Upload = upload }],
            Form = new JsonParseNode(json.RootElement).GetObjectValue(UntypedNode.CreateFromDiscriminatorValue),
        };
        var filed = await office.Api.Dossiers.PostAsync(birth, request => request.Headers.Add("Idempotency-Key", "generated-client-1"));
        Console.WriteLine($"filed {filed!.Code}");
        var seen = await office.Api.Dossiers[filed.Code!].GetAsync();
        Console.WriteLine($"seen {seen!.Code} {seen.Procedure!.Code}");
        try
        {
            birth.Procedure = "9.999999";
            await office.Api.Dossiers.PostAsync(birth, request => request.Headers.Add("Idempotency-Key", "generated-client-2"));
        }
        catch (Problem problem)
        {
            Console.WriteLine($"refused {problem.Code} {problem.Field} {problem.Status}");
        }
        """;

    private readonly TempFolder _folder = new();

    [FactNeedingKiota]
    public async Task It_compiles_files_a_birth_and_names_the_code_of_a_refusal()
    {
        await using var office = await Office.OpenAsync();
        var description = _folder.Write("openapi.json", System.Text.Encoding.UTF8.GetBytes(await office.Http.GetStringAsync("/api/openapi.json")));
        _folder.Write("Client.csproj", System.Text.Encoding.UTF8.GetBytes(Project));
        _folder.Write("Program.cs", System.Text.Encoding.UTF8.GetBytes(Program));
        var made = OutsideTool.Run(
            FactNeedingKiotaAttribute.Program,
            "generate", "-l", "csharp", "-c", "OfficeClient", "-n", "Office.Client", "-d", description, "-o", _folder["client"]);
        Assert.True(made.ExitCode == 0, made.Output);
        var built = OutsideTool.Run("dotnet", "build", _folder["Client.csproj"], "-c", "Release", "-v", "q", "-o", _folder["out"]);
        Assert.True(built.ExitCode == 0, built.Output);

        var mai = office.As("mai");
        var ran = OutsideTool.Run(
            "dotnet", _folder["out/Client.dll"], office.Http.BaseAddress!.ToString().TrimEnd('/'), office.TokenOf("mai"), office.OfficeOf("clerk-muong-ang"),
            await mai.SendFileAsync(SampleScans.Pdf()), ExampleAnswers.Of("1.001193", "du-cha-me").GetRawText());

        var code = ran.Output.Split('\n')[0].Split(' ')[^1].Trim();
        Assert.Equal($"filed {code}\nseen {code} 1.001193\nrefused procedure-unknown procedure 422\n", ran.Output.ReplaceLineEndings("\n"));
        await office.DeliverMessagesAsync();
        var listed = JsonSerializer.Deserialize<JsonElement>(await mai.GetStringAsync("/api/dossiers"));
        Assert.Equal(code, listed.GetProperty("items")[0].GetProperty("code").GetString());
    }

    public void Dispose() => _folder.Dispose();
}

/// <summary>Skipped, with the reason, where Kiota is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactNeedingKiotaAttribute : FactAttribute
{
    public FactNeedingKiotaAttribute() => Skip = File.Exists(Program) ? null : $"{Program} is missing; .ci/run installs it as a tool of .NET.";

    public static string Program { get; } = NpmTools.PathOf("..", "kiota", OperatingSystem.IsWindows() ? "kiota.exe" : "kiota");
}
