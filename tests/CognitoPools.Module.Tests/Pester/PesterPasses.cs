namespace CognitoPools.Module.Tests.Pester;

/// <summary>The present Pester for a caller whose errors stop, which Pester 6 hands on to the tests.</summary>
public sealed class InvariantPass() : PesterPass(Version, "", "UTC", "Stop");

/// <summary>The earlier Pester that the README promises, in a culture that writes numbers and dates differently, in a zone
/// that is behind UTC by an odd number of minutes.</summary>
public sealed class GermanPass() : PesterPass(EarlierVersion, "de-DE", "America/St_Johns");

/// <summary>A culture that changes the case of letters differently, in a zone where it is already tomorrow.</summary>
public sealed class TurkishPass() : PesterPass(Version, "tr-TR", "Pacific/Kiritimati");
