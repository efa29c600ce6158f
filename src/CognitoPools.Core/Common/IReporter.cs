namespace CognitoPools;

/// <summary>Receives messages and progress from Core. Its members may be called from any thread.</summary>
public interface IReporter
{
    /// <summary>Something that helps to follow what happens.</summary>
    /// <param name="text">One sentence.</param>
    void Verbose(string text);

    /// <summary>Something that the user should know although the work goes on.</summary>
    /// <param name="text">One or two sentences: what and what to do.</param>
    void Warning(string text);

    /// <summary>Whether <see cref="Progress"/> is shown at all; if not, callers need not build its texts.</summary>
    bool ShowsProgress { get; }

    /// <summary>Something that takes time.</summary>
    /// <param name="activity">What is going on.</param>
    /// <param name="status">How far it is, or what is waited for; null when it has ended.</param>
    void Progress(string activity, string? status);
}
