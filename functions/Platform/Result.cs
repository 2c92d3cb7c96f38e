using System.Diagnostics.CodeAnalysis;

namespace PublicAdmin.Platform;

/// <summary>Either the value asked for or the reason it was refused. Bugs and outages are exceptions, not refusals.</summary>
public readonly struct Result<T>
    where T : notnull
{
    private readonly T? _value;

    private Result(T? value, Refusal? refusal) => (_value, Refusal) = (value, refusal);

    /// <summary>Null when there is a value.</summary>
    public Refusal? Refusal { get; }

    public T Value => Refusal is null ? _value! : throw new InvalidOperationException($"There is no value: {Refusal.Code}.");

    public bool Try([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Refusal? refusal)
    {
        (value, refusal) = (_value, Refusal);
        return refusal is null;
    }

    public Result<TNext> Then<TNext>(Func<T, Result<TNext>> next)
        where TNext : notnull => Refusal is null ? next(_value!) : Refusal;

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);

    public static implicit operator Result<T>(RefusalCode code) => new(default, code);
}
