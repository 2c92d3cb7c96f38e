using System.Text.Json;

namespace PublicAdmin.Embedded.SampleData;

/// <summary>One dossier's story: who files what, and what happens to it.</summary>
internal sealed record SampleStory(string Filer, JsonElement Filing, IReadOnlyList<SampleAct> Acts);

/// <param name="Act">The last part of the route, e.g. <c>acceptance</c>.</param>
internal sealed record SampleAct(string By, string Act, JsonElement? Body = null);
