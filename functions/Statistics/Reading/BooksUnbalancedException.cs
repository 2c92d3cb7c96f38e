namespace PublicAdmin.Statistics.Reading;

/// <summary>A line of the books does not add up: a fault of ours or a change behind our back, told as 409 books-unbalanced.</summary>
public sealed class BooksUnbalancedException : Exception
{
    public BooksUnbalancedException()
    {
    }

    public BooksUnbalancedException(string message)
        : base(message)
    {
    }

    public BooksUnbalancedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
