using Microsoft.AspNetCore.Routing.Template;
using PublicAdmin.Platform.Http;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Journeys;

/// <summary>An office of either edition that notes, door by door, what each request asked of storage.</summary>
/// <param name="office">The office itself.</param>
/// <param name="spent">What was asked of its storage since it opened.</param>
internal sealed class CountedOffice(IOffice office, Func<Operations> spent) : IOffice
{
    private static readonly List<(string Name, IReadOnlyList<string> Methods, TemplateMatcher Route, decimal Precedence)> Doors = [
        .. FunctionCatalogue.All.Where(function => function.Methods.Count > 0).Select(function => (function, TemplateParser.Parse(function.Route)))
            .Select(door => ($"{door.function.Methods[0]} /{door.function.Route}", door.function.Methods, new TemplateMatcher(door.Item2, []),
                RoutePrecedence.ComputeInbound(door.Item2)))
            .OrderBy(door => door.Item4)];

    private readonly SortedDictionary<string, (int Times, Operations Spent)> _noted = new(StringComparer.Ordinal);

    public HttpClient Http => Counted(office.Http);

    public HttpClient As(string persona) => Counted(office.As(persona));

    public string OfficeOf(string persona) => office.OfficeOf(persona);

    public async Task DeliverMessagesAsync(int atOnce = 1)
    {
        var before = spent();
        await office.DeliverMessagesAsync(atOnce);
        Note("messages delivered", spent() - before);
    }

    /// <summary>A line for each door, as they stand in <c>operations.tsv</c>.</summary>
    public IReadOnlyList<string> Lines => [.. _noted.Select(one => $"{one.Key}\t{one.Value.Times}\t{one.Value.Spent}")];

    private HttpClient Counted(HttpClient http)
    {
        var counted = new HttpClient(new Counting(this)) { BaseAddress = http.BaseAddress };
        counted.DefaultRequestHeaders.Authorization = http.DefaultRequestHeaders.Authorization;
        return counted;
    }

    private void Note(string door, Operations operations)
    {
        var (times, sum) = _noted.GetValueOrDefault(door);
        _noted[door] = (times + 1, sum + operations);
    }

    private sealed class Counting(CountedOffice office) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var before = office.Spent();
            var answer = await base.SendAsync(request, cancellationToken);
            await answer.Content.LoadIntoBufferAsync(cancellationToken);
            office.Note(DoorOf(request), office.Spent() - before);
            return answer;
        }

        private static string DoorOf(HttpRequestMessage request) => Doors
            .First(door => door.Methods.Contains(request.Method.Method) && door.Route.TryMatch(request.RequestUri!.AbsolutePath, [])).Name;
    }

    private Operations Spent() => spent();
}
