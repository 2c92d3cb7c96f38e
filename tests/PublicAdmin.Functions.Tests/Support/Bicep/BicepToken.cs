namespace PublicAdmin.Tests.Support.Bicep;

public enum BicepTokenKind { Word, Text, Number, Mark, NewLine }

/// <param name="Text">A word or mark as written; a text without its quotes.</param>
/// <param name="Inner">What stands between <c>${</c> and <c>}</c> of a text.</param>
public sealed record BicepToken(BicepTokenKind Kind, string Text, int Line, IReadOnlyList<BicepToken> Inner)
{
    public bool Is(string mark) => Kind is BicepTokenKind.Mark && Text == mark;
}
