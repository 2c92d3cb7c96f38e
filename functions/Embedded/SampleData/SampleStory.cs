using System.Text.Json;

namespace PublicAdmin.Embedded.SampleData;

/// <summary>One dossier's story: who files what, with which papers, and what happens to it.</summary>
/// <param name="Papers">Drawn for it and sent before it is filed; null for none.</param>
internal sealed record SampleStory(string Filer, JsonElement Filing, IReadOnlyList<SampleAct> Acts, IReadOnlyList<SamplePaper>? Papers = null);

/// <param name="Act">The last part of the route, e.g. <c>acceptance</c>.</param>
internal sealed record SampleAct(string By, string Act, JsonElement? Body = null);
