namespace CognitoPools.SdkGenerator.Model;

/// <summary>A service model says something that cannot be. The message is what the build shows.</summary>
internal sealed class ModelException(string message) : Exception(message);
