using System.Management.Automation.Host;

namespace PoolShell;

/// <summary>As much of a console as a script runner has: its width and its colours, no buffer and no cursor.</summary>
/// <param name="width">The width of a line in characters, by which output is formatted.</param>
public sealed class ShellRawUI(int width) : PSHostRawUserInterface
{
    /// <summary>The width of a line in characters.</summary>
    public int Width { get; set; } = width;

    /// <inheritdoc/>
    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    /// <inheritdoc/>
    public override Size BufferSize { get => new(Width, 50); set => throw Missing(); }

    /// <inheritdoc/>
    public override Coordinates CursorPosition { get => new(0, 0); set => throw Missing(); }

    /// <inheritdoc/>
    public override int CursorSize { get => 25; set => throw Missing(); }

    /// <inheritdoc/>
    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    /// <inheritdoc/>
    public override bool KeyAvailable => false;

    /// <inheritdoc/>
    public override Size MaxPhysicalWindowSize => BufferSize;

    /// <inheritdoc/>
    public override Size MaxWindowSize => BufferSize;

    /// <inheritdoc/>
    public override Coordinates WindowPosition { get => new(0, 0); set => throw Missing(); }

    /// <inheritdoc/>
    public override Size WindowSize { get => BufferSize; set => throw Missing(); }

    /// <inheritdoc/>
    public override string WindowTitle { get; set; } = "PoolShell";

    /// <inheritdoc/>
    public override void FlushInputBuffer()
    {
    }

    /// <inheritdoc/>
    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw Missing();

    /// <inheritdoc/>
    public override KeyInfo ReadKey(ReadKeyOptions options) => throw Missing();

    /// <inheritdoc/>
    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) => throw Missing();

    /// <inheritdoc/>
    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw Missing();

    /// <inheritdoc/>
    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => throw Missing();

    private static NotSupportedException Missing() => new("PoolShell writes lines; it has no screen buffer.");
}
