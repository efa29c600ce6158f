namespace CognitoPools;

/// <summary>Receives messages and progress from the core. Its members may be called from any thread.</summary>
public interface IReporter
{
    /// <summary>Details that help to follow the work.</summary>
    /// <param name="text">One sentence.</param>
    void Verbose(string text);

    /// <summary>A problem that the user should know about although the work continues.</summary>
    /// <param name="text">One or two sentences: the problem and what to do.</param>
    void Warning(string text);

    /// <summary>Whether <see cref="Progress"/> is shown at all; if not, callers need not build its texts.</summary>
    bool ShowsProgress { get; }

    /// <summary>The progress of a long activity.</summary>
    /// <param name="activity">The activity. One that begins while another is shown is part of the other.</param>
    /// <param name="status">Its status, or the reason for waiting; null when it has ended.</param>
    /// <param name="percent">The part that is done, 0 to 100; null when it is unknown.</param>
    void Progress(string activity, string? status, int? percent = null);
}
