namespace Microsoft.PowerShell.Commands;

/// <summary>The exception of Write-Error, under the name by which scripts know the real one.</summary>
/// <param name="message">The message.</param>
public sealed class WriteErrorException(string message) : SystemException(message);
