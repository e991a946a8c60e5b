using NetGen.CompilerServices;
using NetGen.Generator.Ops;

namespace NetGen.Numerics.Tests.Planning;

public sealed class GradientBlockTests
{
    [Fact]
    public void The_compiler_reserves_a_sum_for_each_block_that_the_runtime_adds_up() =>
        Assert.Equal(Norms.BlockFloats, GlobalNorm.BlockFloats);
}
