namespace CognitoPools;

/// <summary>The format of an audit report.</summary>
public enum PoolReportFormat
{
    /// <summary>A web page in a single file.</summary>
    Html,

    /// <summary>SARIF 2.1.0 for code scanning.</summary>
    Sarif,

    /// <summary>JSON for programs.</summary>
    Json,

    /// <summary>Markdown, for example for a pull request comment or a build summary.</summary>
    Markdown,
}
