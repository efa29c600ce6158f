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
    /// <param name="activity">What is going on. One that begins while another is shown is a part of that one.</param>
    /// <param name="status">How far it is, or what is waited for; null when it has ended.</param>
    /// <param name="percent">How much of it is done, 0 to 100; null when nobody can know.</param>
    void Progress(string activity, string? status, int? percent = null);
}
