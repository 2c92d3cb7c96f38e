using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;
using PublicAdmin.Eforms.Answers;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Rules;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Eforms;

/// <summary>
/// The forms of all procedures, from memory: those that came with the system, and an administrator's later versions laid over them. A form is made ready
/// when it is first asked for.
/// </summary>
public sealed class FormBook
{
    private static readonly Lazy<FormDefinition[]> Shipped = new(() => [.. Resources.JsonIn<FormDefinition>("Eforms.Data.Forms.")]);

    private readonly ConcurrentDictionary<(string, string), CompiledForm> _ready = new();
    private volatile DayForms? _lastAsked;
    private volatile Timelines<FormDefinition> _forms = new(Shipped.Value);

    /// <summary>The present data as a whole; another object after every change.</summary>
    internal object State => _forms;

    /// <summary>The form of a procedure on a day; null when it has none then, and any JSON object is taken for one.</summary>
    public FormDefinition? Of(string procedure, DateOnly day) => OfDay(day).GetValueOrDefault(procedure);

    /// <summary>The very version a dossier or draft keeps.</summary>
    public FormDefinition? Find(string id, string version) => _forms.VersionsOf(id).FirstOrDefault(form => form.Version == version);

    /// <summary>Every version of a form, oldest first.</summary>
    public IReadOnlyList<FormDefinition> VersionsOf(string id) => _forms.VersionsOf(id);

    /// <summary>Everything in force on a day.</summary>
    public IReadOnlyList<FormDefinition> All(DateOnly day) => _forms.All(day);

    /// <inheritdoc cref="AnswerCheck.Check(CompiledForm, JsonElement, DateOnly, string?, OutsideValues?)"/>
    public FormVerdict Check(FormDefinition form, JsonElement answers, DateOnly today, string? formCase, OutsideValues? outside = null) =>
        AnswerCheck.Check(Ready(form), answers, today, formCase, outside);

    // Nearly every question is about today.
    private FrozenDictionary<string, FormDefinition> OfDay(DateOnly day)
    {
        var all = _forms.All(day);
        if (_lastAsked is { } known && ReferenceEquals(known.All, all))
        {
            return known.ByProcedure;
        }

        var made = all.SelectMany(form => form.Procedures.Select(procedure => (procedure, form))).DistinctBy(one => one.procedure)
            .ToFrozenDictionary(one => one.procedure, one => one.form, StringComparer.Ordinal);
        _lastAsked = new(all, made);
        return made;
    }

    internal CompiledForm Ready(FormDefinition form) => _ready.GetOrAdd((form.Id, form.Version), static (_, definition) => CompiledForm.Of(definition), form);

    internal void Load(IEnumerable<FormDefinition> added) =>
        _forms = new([.. added.Concat(Shipped.Value).DistinctBy(form => (form.Id, form.ValidFrom))]);

    private sealed record DayForms(IReadOnlyList<FormDefinition> All, FrozenDictionary<string, FormDefinition> ByProcedure);
}
