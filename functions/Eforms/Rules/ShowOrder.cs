using System.Collections.Immutable;

namespace PublicAdmin.Eforms.Rules;

/// <summary>In which order it is decided what is shown.</summary>
internal static class ShowOrder
{
    /// <summary>Places of fields, each behind those its visibility depends on.</summary>
    /// <param name="graph">Every field with the fields its conditions name.</param>
    public static ImmutableArray<int> Of(List<(int Place, IReadOnlyCollection<int> Needs)> graph, FieldTable fields, DefinitionFaults faults)
    {
        var (done, order) = (new HashSet<int>(), new List<int>());
        while (order.Count < graph.Count)
        {
            var ready = graph.Where(node => !done.Contains(node.Place) && node.Needs.All(need => done.Contains(need) || need == node.Place))
                .Select(node => node.Place).ToList();
            if (ready.Count is 0)
            {
                var stuck = string.Join(", ", graph.Where(node => !done.Contains(node.Place)).Select(node => fields[node.Place].Key));
                faults.Add("sections", $"Điều kiện hiển thị đi vòng: {stuck}", $"Fields hide each other in a circle: {stuck}");
                return [.. Enumerable.Range(0, graph.Count)];
            }

            order.AddRange(ready);
            done.UnionWith(ready);
        }

        return [.. order];
    }
}
