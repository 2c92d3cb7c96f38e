using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using PublicAdmin.Embedded.DevelopmentSignIn;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Embedded;

public class DevelopmentSignInTests
{
    [Fact]
    public async Task A_token_from_the_desk_opens_the_office()
    {
        await using var office = await Office.OpenAsync();
        using var issued = await office.Http.PostAsJsonAsync("/dev/tokens", new { persona = "clerk-muong-phang" });
        var token = (await issued.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString();

        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/me");
        request.Headers.Authorization = new("Bearer", token);
        using var me = await office.Http.SendAsync(request);

        Assert.Equal("dev-clerk-muong-phang", (await me.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Every_persona_listed_can_be_tried()
    {
        await using var office = await Office.OpenAsync();
        var listed = await office.Http.GetFromJsonAsync<JsonElement>("/dev/personas");

        var names = listed.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("persona").GetString()!).ToList();

        Assert.True(names.Count > 20);
        Assert.Distinct(names);
        foreach (var name in names)
        {
            using var http = office.As(name);
            Assert.Single((await http.GetFromJsonAsync<JsonElement>("/api/me")).GetProperty("duties").EnumerateArray());
        }
    }

    [Fact]
    public async Task A_persona_nobody_knows_is_refused()
    {
        await using var office = await Office.OpenAsync();

        using var response = await office.Http.PostAsJsonAsync("/dev/tokens", new { persona = "citizen-0" });

        Assert.Equal(404, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_token_outlives_a_restart_and_the_key_is_its_owners_alone()
    {
        await using var office = await Office.OpenAsync();
        var key = Path.Combine(office.Folder, "development-sign-in.pem");
        var before = await File.ReadAllTextAsync(key);

        await office.RestartAsync();

        Assert.Equal(before, await File.ReadAllTextAsync(key));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
        }
    }

    [Theory]
    [InlineData("http://localhost:7071", null, null, true)]
    [InlineData("http://127.0.0.1:0;http://[::1]:7071", null, null, true)]
    [InlineData("http://*:7071", null, null, false)]
    [InlineData("http://0.0.0.0:7071", null, null, false)]
    [InlineData("http://localhost:7071;http://10.0.0.5:7071", null, null, false)]
    [InlineData("http://dichvucong.dienbien.gov.vn", null, null, false)]
    [InlineData("http://localhost:7071", "https://login.example", null, false)] // a real issuer is configured
    [InlineData("http://localhost:7071", null, "false", false)]
    [InlineData("http://*:7071", null, "true", true)]
    public void It_is_there_only_at_home(string urls, string? authority, string? asked, bool wanted)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Identity:Staff:Authority", authority), new("Embedded:DevelopmentSignIn", asked)]).Build();

        Assert.Equal(wanted, configuration.WantsDevelopmentSignIn(urls));
    }

    [Fact]
    public async Task Switched_off_it_is_not_there_and_its_tokens_count_for_nothing()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", "--Embedded:DevelopmentSignIn=false");

        using var response = await office.Http.PostAsJsonAsync("/dev/tokens", new { persona = "mai" });

        Assert.Equal(404, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1", "localhost:7071", null, true)]
    [InlineData("::1", "::1", "[::1]:7071", null, true)]
    [InlineData("::ffff:127.0.0.1", "::ffff:127.0.0.1", "127.0.0.1:7071", null, true)]
    [InlineData("10.0.0.9", "10.0.0.5", "localhost:7071", null, false)] // another machine
    [InlineData("10.0.0.5", "10.0.0.5", "localhost:7071", null, false)] // this machine, but by the network
    [InlineData("127.0.0.1", "127.0.0.1", "evil.example:7071", null, false)] // a page that gave itself our address
    [InlineData("127.0.0.1", "127.0.0.1", "localhost:7071", "203.0.113.9", false)] // through a proxy on this machine
    public void It_answers_this_machine_only(string remote, string local, string host, string? forwarded, bool answers)
    {
        var context = new DefaultHttpContext();
        (context.Connection.RemoteIpAddress, context.Connection.LocalIpAddress) = (IPAddress.Parse(remote), IPAddress.Parse(local));
        context.Request.Host = new HostString(host);
        if (forwarded is not null)
        {
            context.Request.Headers["X-Forwarded-For"] = forwarded;
        }

        Assert.Equal(answers, DevelopmentEndpoints.IsLocal(context));
    }

    [Fact]
    public async Task A_stranger_is_told_that_it_answers_this_machine_only()
    {
        await using var office = await Office.OpenAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/dev/tokens") { Content = JsonContent.Create(new { persona = "mai" }) };
        request.Headers.Host = "evil.example";

        using var response = await office.Http.SendAsync(request);

        Assert.Equal(403, (int)response.StatusCode);
        Assert.Equal("development-sign-in-local-only", (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }
}
