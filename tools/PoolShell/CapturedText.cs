using System.Text;

namespace PoolShell;

/// <summary>Text that a shell took instead of showing it.</summary>
/// <param name="end">What ends the taking.</param>
public sealed class CapturedText(Action end) : IDisposable
{
    private readonly StringBuilder text = new();

    /// <summary>The text so far.</summary>
    public string Text => text.ToString();

    /// <inheritdoc/>
    public void Dispose() => end();

    internal void Add(string more) => text.Append(more);
}
