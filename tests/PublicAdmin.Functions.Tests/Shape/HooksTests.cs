using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using PublicAdmin.Signing.Certificates;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Shape;

/// <summary>What the hooks of azd do, tried on a machine of stand-ins: nothing here reaches Azure.</summary>
[UnsupportedOSPlatform("windows")]
public sealed partial class HooksTests : IDisposable
{
    private const string NotFound = "echo 'ERROR: (SecretNotFound) A secret was not found' >&2; exit 1";
    private readonly Hooks _hooks = new Hooks().Answering("azd", "").Answering("curl", "").Answering("dotnet", "echo '10.0.100 [/usr/share/dotnet/sdk]'");

    [FactNeeding("sh", "openssl")]
    public void Before_anything_is_made_the_providers_are_registered_and_the_month_is_noted()
    {
        _hooks.Answering("az", "case \"$*\" in *'provider show'*App*) echo Registered;; *'provider show'*) echo NotRegistered;; *budgets*) exit 1;; esac");

        Assert.Equal(0, _hooks.Run("check-tools.sh").ExitCode);

        Assert.Equal(
            ["Microsoft.Communication", "Microsoft.Security"],
            _hooks.Calls.Where(call => call.StartsWith("az provider register", StringComparison.Ordinal)).Select(call => call.Split(' ')[4]));
        Assert.Matches("^azd env set BUDGET_START [0-9]{4}-[0-9]{2}-01$", _hooks.Calls[^1]);
    }

    [FactNeeding("sh", "openssl")]
    public void A_budget_that_is_there_keeps_its_month()
    {
        _hooks.Answering(
            "az", "case \"$*\" in *'provider show'*) echo Registered;; *resourceGroups/rg-test/*/budgets/office*) echo 2026-03-01T00:00:00Z;; esac");

        Assert.Equal(0, _hooks.Run("check-tools.sh").ExitCode);

        Assert.Equal("azd env set BUDGET_START 2026-03-01", _hooks.Calls[^1]);
    }

    [FactNeeding("sh", "openssl")]
    public void The_month_once_noted_stays_and_who_is_not_signed_in_is_told_so()
    {
        _hooks.With("BUDGET_START", "2026-11-01").Answering("az", "echo Registered");
        Assert.Equal(0, _hooks.Run("check-tools.sh").ExitCode);
        Assert.DoesNotContain(_hooks.Calls, call => call.StartsWith("azd", StringComparison.Ordinal));

        _hooks.Answering("az", "exit 1");
        var answer = _hooks.Run("check-tools.sh");

        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("az login", answer.Output, StringComparison.Ordinal);
    }

    [FactNeeding("sh", "openssl")]
    public void The_key_of_the_hashes_is_made_once_and_never_seen_in_an_argument()
    {
        _hooks.Answering("az", $"case \"$*\" in *'method get'*) {NotFound};; *'method put'*) body=${{*#*@}}; cat \"${{body%% *}}\";; esac");

        var answer = _hooks.Run("make-hash-key.sh");

        Assert.Equal(0, answer.ExitCode);
        var key = Value().Match(answer.Output).Groups[1].Value;
        Assert.Equal(32, Convert.FromBase64String(key).Length);
        Assert.DoesNotContain(_hooks.Calls, call => call.Contains(key, StringComparison.Ordinal));
        Assert.Contains(_hooks.Calls, call => call.Contains("/sites/func-test/config/configreferences/appsettings/refresh", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("echo hash-key", 0)]
    [InlineData("echo 'ERROR: (Forbidden) The client does not have authorization' >&2; exit 1", 1)]
    [InlineData("echo 'ERROR: Connection refused' >&2; exit 1", 1)]
    public void A_key_that_is_there_or_cannot_be_seen_is_never_overwritten(string get, int exitCode)
    {
        _hooks.Answering("az", get);

        Assert.Equal(exitCode, _hooks.Run("make-hash-key.sh").ExitCode);

        Assert.DoesNotContain(_hooks.Calls, call => call.Contains("--method put", StringComparison.Ordinal));
    }

    [FactNeeding("sh")]
    public void A_package_with_stand_ins_is_not_deployed()
    {
        Assert.Equal(0, _hooks.Run("check-package.sh").ExitCode);

        Assert.Equal(1, _hooks.With("AzureSurface", "Partly").Run("check-package.sh").ExitCode);
    }

    [FactNeeding("sh")]
    public void When_the_office_is_open_its_addresses_are_printed()
    {
        _hooks.Answering("curl", "echo '[{\"code\":\"H18\",\"year\":2026}]'");

        var answer = _hooks.Run("open-office.sh");

        Assert.Equal(0, answer.ExitCode);
        Assert.Contains("https://portal.azure.com/#@tenant/resource/subscriptions/sub/resourceGroups/rg-test", answer.Output, StringComparison.Ordinal);
        Assert.Contains("https://office/api", answer.Output, StringComparison.Ordinal);
    }

    [FactNeeding("sh")]
    public void What_only_a_deployment_proves_is_printed_as_the_readme_lists_it()
    {
        _hooks.Answering("curl", "case \"$*\" in *tracking*) printf 429;; *) echo '[{\"code\":\"H18\",\"year\":2026}]';; esac");
        var list = File.ReadAllText(Path.Combine(Repository.Root, "infra", "README.md")).Split("## Not proven")[1].Split("\n## ")[0];
        var unproven = list.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).Select(line => line.Split('|')[1].Trim())
            .ToList();

        var answer = _hooks.Run("open-office.sh");

        Assert.NotEmpty(unproven);
        Assert.All(unproven, one => Assert.Contains($"  - {one}:\n", answer.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("WARNING", answer.Output, StringComparison.Ordinal);
    }

    [FactNeeding("sh")]
    public void An_office_whose_guessers_are_not_stopped_says_so()
    {
        _hooks.Answering("curl", "case \"$*\" in *tracking*) printf 404;; *) echo '[{\"code\":\"H18\",\"year\":2026}]';; esac");

        Assert.Contains("WARNING: 15 wrong guesses", _hooks.Run("open-office.sh").Output, StringComparison.Ordinal);
    }

    [FactNeeding("sh")]
    public void An_office_without_its_reference_data_does_not_pass_for_open()
    {
        _hooks.Answering("curl", "case \"$*\" in *procedures*) echo '[]';; *) echo '[{\"code\":\"H18\",\"year\":2026}]';; esac");

        var answer = _hooks.Run("open-office.sh");

        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("api/procedures is empty", answer.Output, StringComparison.Ordinal);
    }

    [FactNeeding("sh")]
    public void Certificates_are_requested_for_the_keys_the_code_signs_with_and_once()
    {
        string[] signers = ["7d1f3a3e-0f5b-4c0a-9d6e-1a2b3c4d5e6f", "Quang.Lo@dienbien.gov.vn"];
        _hooks.With("SEAL_OFFICE_CODES", "H18.61 H18.12").With("CENTER_OFFICE_CODES", "H18.61").With("SIGNERS", string.Join(' ', signers))
            .Answering("az", "echo 'somebody'");

        Assert.Equal(0, _hooks.Run("request-certificates.sh").ExitCode);
        var made = Directory.GetFiles(_hooks.Folder, "*.csr", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension);
        var calls = _hooks.Calls.Count(call => call.Contains("certificate-request", StringComparison.Ordinal));
        Assert.Equal(0, _hooks.Run("request-certificates.sh").ExitCode);

        string[] seals = [SigningKeyNames.OfSeal("H18.61"), SigningKeyNames.OfSeal("H18.12"), SigningKeyNames.OfCenter("H18.61")];
        Assert.Equal(signers.Select(SigningKeyNames.OfPerson).Concat(seals).Order(), made.Order());
        Assert.Equal((5, 5), (calls, _hooks.Calls.Count(call => call.Contains("certificate-request", StringComparison.Ordinal))));
    }

    public void Dispose() => _hooks.Dispose();

    [GeneratedRegex("\"value\":\"([^\"]+)\"")]
    private static partial Regex Value();
}
