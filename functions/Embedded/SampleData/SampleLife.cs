using System.Text.Json;
using System.Text.Json.Nodes;
using PublicAdmin.Platform;

namespace PublicAdmin.Embedded.SampleData;

/// <summary>Lives one story through the doors: papers are handed in, the dossier is filed, officials act.</summary>
internal sealed class SampleLife(SampleDoors doors, SampleNotes notes, TimeProvider clock)
{
    // What an officer fills into a line of a result that the form does not hold: the number of a book.
    private const string Entry = "12/2026";

    /// <param name="story">Told from where it was broken off: what is noted is not done again, what may be done and is not noted is sent as it was.</param>
    /// <param name="name">Tells it from the others.</param>
    /// <param name="ct">Ends it between two steps.</param>
    /// <returns>The receipt.</returns>
    /// <exception cref="InvalidOperationException">A door refused.</exception>
    public async Task<JsonElement> LiveAsync(SampleStory story, string name, CancellationToken ct)
    {
        var filing = await notes.OnceAsync($"{name}/filing", () => FilingOfAsync(story, CancellationToken.None), ct);
        var receipt = JsonElement.Parse(await notes.OnceAsync($"{name}/receipt", async () =>
            (await doors.TellAsync(story.Filer, "/api/dossiers", filing, CancellationToken.None, $"sample-{name}")).GetRawText(), ct));
        var path = $"/api/dossiers/{receipt.GetProperty("code").GetString()}";
        foreach (var (n, act) in story.Acts.Index())
        {
            var body = await notes.OnceAsync($"{name}/{n}/body", () => BodyOfAsync(act, path), ct);
            await notes.OnceAsync($"{name}/{n}", async () =>
            {
                await doors.TellAsync(act.By, $"{path}/{act.Act}", body.Length is 0 ? null : body, CancellationToken.None, $"sample-{name}-{n}");
                return "";
            }, ct);
        }

        return receipt;
    }

    private async Task<string> BodyOfAsync(SampleAct act, string path) => (act.Act, act.Body) switch
    {
        (_, { } given) => doors.Filled(given),
        ("approval", _) => await ProposalReadBy(act.By, path, CancellationToken.None),
        ("proposal", _) => await ResultFilledBy(act.By, path, CancellationToken.None),
        _ => "",
    };

    private async Task<string> FilingOfAsync(SampleStory story, CancellationToken ct)
    {
        var filing = JsonNode.Parse(doors.Filled(story.Filing))!.AsObject();
        var (name, number) = (filing["applicant"]!["name"]!.GetValue<string>(), filing["applicant"]!["personalNumber"]!.GetValue<string>());
        var owner = filing["channel"]!.GetValue<string>() is "online" ? null : number;
        var papers = new JsonArray();
        foreach (var paper in story.Papers ?? [])
        {
            var upload = await doors.UploadAsync(story.Filer, paper.FileName, paper.Print(name, number, clock.Now()), owner, ct);
            papers.Add(new JsonObject { ["component"] = paper.Component, ["upload"] = upload });
        }

        if (papers.Count > 0)
        {
            filing["papers"] = papers;
        }

        return filing.ToJsonString();
    }

    private async Task<string> ProposalReadBy(string leader, string path, CancellationToken ct)
    {
        var dossier = await doors.ReadAsync(leader, path, ct);
        return JsonSerializer.Serialize(new { proposalHash = dossier.GetProperty("proposal").GetProperty("hash").GetString() });
    }

    /// <summary>The paper made from the dossier's form, the officer's own lines filled in.</summary>
    private async Task<string> ResultFilledBy(string officer, string path, CancellationToken ct)
    {
        var draft = await doors.TellAsync(officer, $"{path}/result-content", "{}", ct);
        var given = new JsonObject(draft.GetProperty("missing").EnumerateArray().Select(line =>
            KeyValuePair.Create(line.GetProperty("key").GetString()!, (JsonNode?)Entry)));
        var whole = await doors.TellAsync(officer, $"{path}/result-content", new JsonObject { ["given"] = given }.ToJsonString(), ct);
        var proposal = new JsonObject
        {
            ["outcome"] = "grant",
            ["summary"] = "Đã đối chiếu cơ sở dữ liệu, hồ sơ đủ điều kiện.",
            ["content"] = whole.GetProperty("content").GetRawText(),
        };
        return proposal.ToJsonString();
    }
}
