#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Translates the PP-OCRv4 models from ONNX into the steps that ocr/network.h takes.

usage: convert.py DETECTION.onnx RECOGNITION.onnx FOLDER

Writes FOLDER/detection.json and FOLDER/recognition.json, lists of steps, and beside each the weights that its steps name by
where they begin, as float32 (.weights). What the published files spread over many operators becomes one step; scales and
shifts become part of a convolution's weights or of what is done to its result. The steps compute the same:
  detection    from a picture (sides multiples of 32) the share of text at each pixel
  recognition  from a line 48 pixels high (its width a multiple of 8), for every 8 pixels, the shares of the characters
"""
import json
import sys

import numpy as np
import onnx
from onnx import helper, numpy_helper

HEADS = 8  # of the recognition model's attention
# The steps' tensors have their channels last, and a line's features are a picture one row high, so these move nothing.
MOVES = {"Reshape", "Transpose", "Squeeze"}
FUNCTIONS = {"Relu": ["relu"], "Sigmoid": ["sigmoid"], "HardSwish": ["hard_swish"], "Swish": ["swish", 1, 0]}
SHAPE_ARITHMETIC = {"Shape", "Cast", "Slice"}


class Graph:
    """The operators of a model, rewritten until each of them is a step."""

    def __init__(self, path):
        model = onnx.load(path)
        self.input, self.output = model.graph.input[0].name, model.graph.output[0].name
        self.constants = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}
        self.nodes = []
        for node in model.graph.node:
            if node.op_type == "Constant":
                self.constants[node.output[0]] = numpy_helper.to_array(node.attribute[0].t)
            else:
                self.nodes.append(node)

    def maker(self, name):
        return next((node for node in self.nodes if name in node.output), None)

    def users(self, name):
        return [node for node in self.nodes if name in node.input and node.op_type not in SHAPE_ARITHMETIC]

    def the_user(self, name, operator):
        (node,) = self.users(name)
        assert node.op_type == operator, f"{name} goes to a {node.op_type}, not to a {operator}"
        return node

    def up(self, name, *operators):
        """What the last of these operators was given, following the first inputs that aren't constant."""
        for operator in operators:
            node = self.maker(name)
            assert node.op_type == operator, f"{name} comes from a {node.op_type}, not from a {operator}"
            name = next(i for i in node.input if i not in self.constants)
        return name

    def number_beside(self, node, operator):
        """The number and the value of `value * number` or `value + number`; None for anything else."""
        if node is None or node.op_type != operator:
            return None
        for number, value in (node.input, reversed(node.input)):
            if number in self.constants and self.constants[number].size == 1:
                return float(self.constants[number].reshape(())), value
        return None

    def put(self, operator, sources, result, **attributes):
        """A new operator in the place of the one that made `result`."""
        at = self.nodes.index(self.maker(result))
        self.nodes[at] = helper.make_node(operator, sources, [result], **attributes)

    def keep_what_is_needed(self):
        needed, kept = {self.output}, []
        for node in reversed(self.nodes):
            if needed.intersection(node.output):
                needed.update(node.input[:1] if node.op_type in MOVES else node.input)
                kept.append(node)
        self.nodes = kept[::-1]


def hard_swishes(graph):
    """x * clip(x + 3, 0, 6) / 6"""
    for divided in [n for n in graph.nodes if n.op_type == "Div"]:
        product = graph.maker(divided.input[0])
        if product is None or product.op_type != "Mul" or graph.maker(product.input[1]).op_type != "Clip":
            continue
        assert graph.number_beside(graph.maker(graph.maker(product.input[1]).input[0]), "Add") == (3, product.input[0])
        assert float(graph.constants[divided.input[1]].reshape(())) == 6
        graph.put("HardSwish", [product.input[0]], divided.output[0])


def swishes(graph):
    """x * sigmoid(1 * x)"""
    for sigmoid in [n for n in graph.nodes if n.op_type == "Sigmoid"]:
        operand = graph.number_beside(graph.maker(sigmoid.input[0]), "Mul")
        if operand:
            assert operand[0] == 1
            graph.put("Swish", [operand[1]], graph.the_user(sigmoid.output[0], "Mul").output[0])


def gates(graph):
    """x + x * gate  ->  x * (1 + gate)"""
    for added in [n for n in graph.nodes if n.op_type == "Add"]:
        product = graph.maker(added.input[1])
        if product is None or product.op_type != "Mul" or product.input[0] != added.input[0]:
            continue
        value, gate = product.input
        graph.put("Linear", [gate], product.output[0], scale=1.0, shift=1.0)
        graph.put("Mul", [value, product.output[0]], added.output[0])


def linears(graph):
    """Products and sums with one number, of what makes a tensor with many."""
    for node in list(graph.nodes):
        for operator in ("Mul", "Add"):
            if operand := graph.number_beside(node, operator):
                scale, shift = (operand[0], 0.0) if operator == "Mul" else (1.0, operand[0])
                graph.put("Linear", [operand[1]], node.output[0], scale=scale, shift=shift)


def normalizations(graph):
    """(x - mean) / sqrt(mean((x - mean)^2) + epsilon) * scale + shift"""
    for root in [n for n in graph.nodes if n.op_type == "Sqrt"]:
        epsilon = graph.number_beside(graph.maker(root.input[0]), "Add")[0]
        value = graph.up(root.input[0], "Add", "ReduceMean", "Pow", "Sub")
        scaled = graph.the_user(graph.the_user(root.output[0], "Div").output[0], "Mul")
        shifted = graph.the_user(scaled.output[0], "Add")
        graph.put("Normalize", [value, scaled.input[1], shifted.input[1]], shifted.output[0], epsilon=epsilon)


def attentions(graph):
    """Everything between queries, keys and values and the sums of values: one step."""
    for softmax in [n for n in graph.nodes if n.op_type == "Softmax" and n.output[0] != graph.output]:
        scale, _ = graph.number_beside(graph.maker(graph.maker(softmax.input[0]).input[0]), "Mul")
        source = graph.up(softmax.input[0], "MatMul", "Mul", "Squeeze", "Slice", "Transpose", "Reshape")
        weighed = graph.the_user(softmax.output[0], "MatMul")
        result = graph.the_user(graph.the_user(weighed.output[0], "Transpose").output[0], "Reshape")
        graph.put("Attention", [source], result.output[0], scale=scale)


class Steps:
    """What is written: steps, each of which makes a tensor, and their weights. Tensor 0 is the picture."""

    def __init__(self):
        self.steps, self.weights, self.size = [], [], 0

    def add(self, kind, sources, **details):
        self.steps.append({"make": kind, "from": sources, **details})
        return len(self.steps)

    def put_weights(self, *arrays):
        begin = self.size
        for array in arrays:
            self.weights.append(np.ascontiguousarray(array, np.float32).reshape(-1))
            self.size += self.weights[-1].size
        return begin

    def save(self, path):
        lines = ",\n".join(json.dumps(step) for step in self.steps)
        with open(path + ".json", "w") as file:
            file.write(f'{{"weights": {self.size}, "steps": [\n{lines}\n]}}\n')
        np.concatenate(self.weights).astype("<f4").tofile(path + ".weights")


def attribute(node, name):
    found = next(a for a in node.attribute if a.name == name)
    return helper.get_attribute_value(found)


def scaled(weights, bias, then, scale, shift):
    """Scales and shifts what a convolution and the functions after it give; its weights, with which it may have to begin."""
    if then and then[-1][0] == "clip":
        assert scale > 0
        then[-1][1:] = [scale * bound + shift for bound in then[-1][1:]]
        before = then.pop()
        weights, bias = scaled(weights, bias, then, scale, shift)
        then.append(before)
    elif then:
        before = then.pop() if then[-1][0] == "linear" else ["linear", 1, 0]
        then.append(["linear", scale * before[1], scale * before[2] + shift])
    else:
        weights, bias = weights * scale, bias * scale + shift
    return weights, bias


class Translation:
    """Turns operators into steps, and what follows a convolution into a part of it."""

    def __init__(self, graph):
        self.graph, self.steps, self.tensors = graph, Steps(), {graph.input: 0}
        for node in graph.nodes:
            if node.output[0] not in self.tensors:
                self.tensors[node.output[0]] = self.translate(node)

    def translate(self, node):
        kind = node.op_type
        if kind in MOVES:
            return self.tensors[node.input[0]]
        if kind in ("Conv", "ConvTranspose", "MatMul"):
            return self.convolution(node)
        sources = [self.tensors[i] for i in node.input if i not in self.graph.constants]
        if kind in ("GlobalAveragePool", "AveragePool"):
            kernel = attribute(node, "kernel_shape") if kind == "AveragePool" else None
            return self.steps.add("mean", sources, **({"kernel": list(kernel)} if kernel else {}))
        if kind == "Resize":
            scales = self.graph.constants[node.input[2]]
            assert scales[2] == scales[3] == round(scales[2])
            return self.steps.add("enlarge", sources, times=int(scales[2]))
        if kind == "Normalize":
            weights = self.steps.put_weights(*(self.graph.constants[i] for i in node.input[1:]))
            return self.steps.add("normalize", sources, epsilon=attribute(node, "epsilon"), weights=weights)
        if kind == "Attention":
            return self.steps.add("attention", sources, heads=HEADS, scale=attribute(node, "scale"))
        simple = {"Mul": "gate", "Add": "add", "Concat": "join", "Softmax": "softmax"}
        return self.steps.add(simple[kind], sources)

    def convolution(self, node):
        graph = self.graph
        source = self.tensors[node.input[0]]
        weights = graph.constants[node.input[1]].astype(np.float64)
        if node.op_type == "MatMul":
            weights = weights.T[:, :, None, None]
        spread = node.op_type == "ConvTranspose"
        if spread:  # its 2x2 results for every pixel as channels of one pixel, to be laid out after
            assert attribute(node, "kernel_shape") == attribute(node, "strides") == [2, 2]
            channels = weights.shape[1]
            weights = weights.transpose(2, 3, 1, 0).reshape(4 * channels, -1, 1, 1)
        bias = np.zeros(len(weights))
        if len(node.input) > 2:
            bias = graph.constants[node.input[2]].astype(np.float64)
        names, weights, bias, then = self.what_follows(node.output[0], weights, bias)
        stride, pads, groups = [1, 1], [0, 0, 0, 0], 1
        if node.op_type == "Conv":
            stride, pads, groups = (attribute(node, name) for name in ("strides", "pads", "group"))
            assert pads[:2] == pads[2:]
        made = self.steps.add("convolution", [source], channels=len(weights), kernel=weights.shape[2:], stride=stride,
                              pad=pads[:2], groups=groups, weights=self.steps.put_weights(weights, bias), then=then)
        if spread:
            made = self.steps.add("spread", [made])
        self.tensors.update((name, made) for name in names)
        return made

    def what_follows(self, name, weights, bias):
        """Scales and shifts of the result become weights, functions of each number become `then`. Also gives the names of
        all that is computed with it."""
        graph, names, then = self.graph, [name], []
        while len(following := graph.users(names[-1])) == 1:
            (node,) = following
            kind = node.op_type
            if kind == "BatchNormalization" and not then:
                scale, shift, mean, variance = (graph.constants[i].astype(np.float64) for i in node.input[1:])
                scale = scale / np.sqrt(variance + attribute(node, "epsilon"))
                times = len(bias) // len(scale)
                weights = weights * np.tile(scale, times)[:, None, None, None]
                bias = (bias - np.tile(mean, times)) * np.tile(scale, times) + np.tile(shift, times)
            elif kind == "Add" and not then and node.input[1] in graph.constants:
                shift = graph.constants[node.input[1]].reshape(-1)
                bias = bias + np.tile(shift, len(bias) // len(shift))
            elif kind == "Linear":
                weights, bias = scaled(weights, bias, then, attribute(node, "scale"), attribute(node, "shift"))
            elif kind == "HardSigmoid":
                weights, bias = scaled(weights, bias, then, attribute(node, "alpha"), attribute(node, "beta"))
                then.append(["clip", 0, 1])
            elif kind in FUNCTIONS:
                then.append(FUNCTIONS[kind])
            else:
                break
            names.append(node.output[0])
        # oneDNN 2.6 gives two functions of one kind the numbers of the first.
        assert len({function[0] for function in then}) == len(then)
        return names, weights, bias, then


def translate(model, path):
    graph = Graph(model)
    for rewrite in (hard_swishes, swishes, gates, normalizations, attentions, linears):
        rewrite(graph)
    graph.keep_what_is_needed()
    Translation(graph).steps.save(path)


if len(sys.argv) != 4:
    sys.exit(__doc__)
translate(sys.argv[1], sys.argv[3] + "/detection")
translate(sys.argv[2], sys.argv[3] + "/recognition")
